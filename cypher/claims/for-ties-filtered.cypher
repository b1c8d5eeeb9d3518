// The first claims of each tie that a filter lets through, and what they come to.
//> include filter-sets
CALL (places, side) {
  UNWIND $given.ties AS tieId
  CALL (places, side, tieId) {
    MATCH (c:Claim {tieId: tieId}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
    RETURN c ORDER BY c.tieId, c.sortKey LIMIT $given.limit
  }
  RETURN collect(c) AS claims
}
CALL (places, side) {
  UNWIND $given.ties AS tieId
  MATCH (c:Claim {tieId: tieId}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  WITH tieId, [tieId, count(c), count(DISTINCT c.rootOrigin), count(DISTINCT c.articleId), min(c.earliest), max(c.latest)] AS counts
  RETURN collect(counts) AS total
}
WITH claims, total
//> include bundle
