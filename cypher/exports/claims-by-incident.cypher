// Claims in the order of their incident, so that those of one incident come together. Versions of one claim share a place in the order of citation; their ids tell them apart.
//> include filter-sets
CALL (places, side) {
  CALL (places, side) {
    MATCH (c:Claim {incidentId: $given.group}) WHERE c.sortKey >= $given.cursor AND (c.sortKey > $given.cursor OR c.id > $given.last) AND
//> include claim-matches
    RETURN c ORDER BY c.incidentId, c.sortKey, c.id LIMIT $given.limit
    UNION ALL
    MATCH (c:Claim) USING INDEX c:Claim(incidentId, sortKey) WHERE c.incidentId > $given.group AND c.sortKey IS NOT NULL AND
//> include claim-matches
    RETURN c ORDER BY c.incidentId, c.sortKey, c.id LIMIT $given.limit
  }
  WITH c ORDER BY c.incidentId, c.sortKey, c.id LIMIT $given.limit
  RETURN collect(c) AS claims
}
WITH claims, null AS total
//> include bundle
