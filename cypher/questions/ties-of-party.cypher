// A party's ties of some types in one direction or both, grouped by who is at the other end.
MATCH (:Name {folded: $given.party})-[:NAMES]->(party:Party)
//> include filter-sets
CALL (party, places, side) {
  MATCH (party)-[r:
//> include tie-types
  ]-(other:Party)
  WHERE r.type IN $given.types AND ($given.direction = 'BOTH' OR ($given.direction = 'OUT') = (startNode(r) = party)) AND
//> include tie-matches
  RETURN other,
//> include tie-columns
  AS tie
}
WITH other, tie ORDER BY tie[0]
WITH other, collect(tie) AS ties ORDER BY other.sortKey /*order*/ ASC
WITH collect([other.sortKey, other.id, ties]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
