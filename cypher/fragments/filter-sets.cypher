// The places inside the place filtered by, and the patron filtered by with all that reach it; empty where no such filter is set.
CALL () {
  MATCH (:Name {folded: $given.f.place})-[:NAMES]->(:Location)<-[:WITHIN*0..8]-(filterPlace:Location)
  RETURN collect(DISTINCT filterPlace.id) AS places
}
CALL () {
  MATCH (:Name {folded: $given.f.patron})-[:NAMES]->(filterPatron:Actor)
  MATCH ANY SHORTEST (filterPatron)(()<-[:BACKED_BY|PART_OF]-()){0,6}(filterMember:Actor)
  RETURN collect(DISTINCT filterMember.id) AS side
}
