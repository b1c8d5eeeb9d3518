// Actors in the order of their names.
CALL () {
  MATCH (p:Actor) WHERE p.sortKey /*after*/ > $given.cursor AND ($given.kinds IS NULL OR p.kind IN $given.kinds) AND (NOT $given.patronsOnly OR p:Patron)
  RETURN p ORDER BY p.sortKey /*order*/ ASC LIMIT $given.limit
}
WITH collect([p.sortKey,
//> include party-columns
]) AS items
CALL () {
  UNWIND CASE WHEN $given.count THEN [true] ELSE [] END AS counted
  MATCH (p:Actor) WHERE ($given.kinds IS NULL OR p.kind IN $given.kinds) AND (NOT $given.patronsOnly OR p:Patron)
  RETURN count(p) AS total
}
RETURN items, total
