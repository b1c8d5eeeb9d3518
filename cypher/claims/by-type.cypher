// Claims of one type.
//> include filter-sets
CALL (places, side) {
  CALL (places, side) {
    MATCH (c:Claim {type: $given.anchor}) WHERE c.sortKey /*after*/ > $given.cursor AND
//> include claim-matches
    RETURN c ORDER BY c.type /*order*/ ASC, c.sortKey /*order*/ ASC LIMIT $given.limit
  }
  RETURN collect(c) AS page
}
CALL (places, side) {
  UNWIND CASE WHEN $given.count THEN [true] ELSE [] END AS counted
  MATCH (c:Claim {type: $given.anchor}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  RETURN count(c) AS total
}
WITH page AS claims, total
//> include bundle
//> include named
