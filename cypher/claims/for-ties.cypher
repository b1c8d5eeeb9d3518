// The first claims of each tie, where no filter is set: counts come from the tie itself.
UNWIND $given.ties AS tieId
CALL (tieId) {
  MATCH (c:Claim {tieId: tieId}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL
  RETURN c ORDER BY c.sortKey LIMIT $given.limit
}
WITH collect(c) AS claims
WITH claims, null AS total
//> include bundle
