// The places inside the place filtered by, and the patron filtered by with all that reach it; empty where no such filter is set. What reached the patron is asked as of the day on which it is to have been known.
CALL () {
  MATCH (:Name {folded: $given.f.place})-[:NAMES]->(:Location)<-[:WITHIN*0..8]-(filterPlace:Location)
  RETURN collect(DISTINCT filterPlace.id) AS places
}
CALL () {
  MATCH (:Name {folded: $given.f.patron})-[:NAMES]->(filterPatron:Actor)
  MATCH ANY SHORTEST (filterPatron)(()<-[backing:BACKED_BY|PART_OF|WAS_TIED]-() WHERE backing.type IN ['BACKED_BY', 'PART_OF'] AND CASE WHEN $given.f.asKnownOn IS NULL THEN backing.claims > 0
    ELSE EXISTS { MATCH (known:Claim {tieId: backing.id}) WHERE known.sortKey IS NOT NULL AND known.recordedAt <= $given.f.asKnownOn AND (known.endedAt IS NULL OR known.endedAt > $given.f.asKnownOn) } END){0,6}(filterMember:Actor)
  RETURN collect(DISTINCT filterMember.id) AS side
}
