// The first claims behind any of several ties, in the order of citation, and how many there are.
//> include filter-sets
CALL (places, side) {
  UNWIND $given.ties AS tieId
  MATCH (c:Claim {tieId: tieId}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  WITH c ORDER BY c.sortKey LIMIT $given.limit
  RETURN collect(c) AS claims
}
CALL (places, side) {
  UNWIND $given.ties AS tieId
  MATCH (c:Claim {tieId: tieId}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  RETURN count(c) AS total
}
WITH claims, total
//> include bundle
