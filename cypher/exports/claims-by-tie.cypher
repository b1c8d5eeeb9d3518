// Claims in the order of their tie, so that those of one tie come together. Versions of one claim share a place in the order of citation; their ids tell them apart.
//> include filter-sets
CALL (places, side) {
  CALL (places, side) {
    MATCH (c:Claim {tieId: $given.group}) WHERE c.sortKey >= $given.cursor AND (c.sortKey > $given.cursor OR c.id > $given.last) AND
//> include claim-matches
    RETURN c ORDER BY c.tieId, c.sortKey, c.id LIMIT $given.limit
    UNION ALL
    MATCH (c:Claim) USING INDEX c:Claim(tieId, sortKey) WHERE c.tieId > $given.group AND c.sortKey IS NOT NULL AND
//> include claim-matches
    RETURN c ORDER BY c.tieId, c.sortKey, c.id LIMIT $given.limit
  }
  WITH c ORDER BY c.tieId, c.sortKey, c.id LIMIT $given.limit
  RETURN collect(c) AS claims
}
WITH claims, null AS total
//> include bundle
