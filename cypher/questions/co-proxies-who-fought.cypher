// Pairs backed by one patron who fought each other, each with the chain that leads to the patron.
MATCH (:Name {folded: $given.patron})-[:NAMES]->(patron:Actor)
//> include filter-sets
CALL (patron) {
  MATCH path = ANY SHORTEST (patron)(()<-[r:BACKED_BY|PART_OF|WAS_TIED]-() WHERE
//> include backing-matches
  ){1,6}(proxy:Actor)
  WHERE proxy <> patron AND length(path) <= $given.maxDepth
  RETURN collect([proxy, [r IN relationships(path) |
//> include tie-columns
  ]]) AS members
}
UNWIND members AS one
UNWIND members AS other
WITH places, side, one, other, one[0] AS a, other[0] AS b
WHERE a.id < b.id
CALL (a, b, places, side) {
  MATCH (a)-[r:CLASHED_WITH|ATTACKED|WAS_TIED]-(b)
  WHERE r.type IN ['CLASHED_WITH', 'ATTACKED'] AND
//> include tie-matches
  RETURN collect(
//> include tie-columns
  ) AS fights
}
WITH one, other, a, b, fights, a.sortKey + ' ' + b.sortKey AS key
WHERE size(fights) > 0
WITH one, other, a, b, fights, key ORDER BY key /*order*/ ASC
WITH collect([key, a.id, b.id, fights, one[1], other[1]]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
