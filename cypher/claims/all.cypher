// Claims in the order of citation.
//> include filter-sets
CALL (places, side) {
  CALL (places, side) {
    MATCH (c:Claim) WHERE c.sortKey /*after*/ > $given.cursor AND
//> include claim-matches
    RETURN c ORDER BY c.sortKey /*order*/ ASC LIMIT $given.limit
  }
  RETURN collect(c) AS page
}
CALL (places, side) {
  UNWIND CASE WHEN $given.count THEN [true] ELSE [] END AS counted
  MATCH (c:Claim) WHERE
//> include claim-matches
  RETURN count(c) AS total
}
WITH page AS claims, total
//> include bundle
//> include named
