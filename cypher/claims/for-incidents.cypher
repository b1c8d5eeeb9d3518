// The first claims that tell of each incident.
//> include filter-sets
CALL (places, side) {
  UNWIND $given.incidents AS incidentId
  CALL (places, side, incidentId) {
    MATCH (c:Claim {incidentId: incidentId}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
    RETURN c ORDER BY c.incidentId, c.sortKey LIMIT $given.limit
  }
  RETURN collect(c) AS claims
}
CALL (places, side) {
  UNWIND $given.incidents AS incidentId
  MATCH (c:Claim {incidentId: incidentId}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  WITH incidentId, [incidentId, count(c), count(DISTINCT c.rootOrigin), count(DISTINCT c.articleId), min(c.earliest), max(c.latest)] AS counts
  RETURN collect(counts) AS total
}
WITH claims, total
//> include bundle
