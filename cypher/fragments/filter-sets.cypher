// The places inside the place filtered by, and the patron filtered by with all that reach it; empty where no such filter is set.
CALL () {
  MATCH (:Name {folded: $f.place})-[:NAMES]->(:Location)<-[:WITHIN*0..8]-(place:Location)
  RETURN collect(DISTINCT place.id) AS places
}
CALL () {
  MATCH (:Name {folded: $f.patron})-[:NAMES]->(patron:Actor)
  MATCH ANY SHORTEST (patron)(()<-[:BACKED_BY|PART_OF]-()){0,6}(member:Actor)
  RETURN collect(DISTINCT member.id) AS side
}
