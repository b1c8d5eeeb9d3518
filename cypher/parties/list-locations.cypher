// Locations in the order of their names.
CALL () {
  MATCH (p:Location) WHERE p.sortKey /*after*/ > $cursor AND ($kinds IS NULL OR p.kind IN $kinds) AND (NOT $patronsOnly OR p:Patron)
  RETURN p ORDER BY p.sortKey /*order*/ ASC LIMIT $limit
}
WITH collect([p.sortKey,
//> include party-columns
]) AS items
CALL () {
  WITH * WHERE $count
  MATCH (p:Location) WHERE ($kinds IS NULL OR p.kind IN $kinds) AND (NOT $patronsOnly OR p:Patron)
  RETURN count(p) AS total
}
RETURN items, total
