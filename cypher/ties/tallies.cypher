// How many ties of each type and direction a party has.
MATCH (:Name {folded: $given.party})-[:NAMES]->(party:Party)
//> include filter-sets
CALL (party, places, side) {
  MATCH (party)-[r:
//> include tie-types
  ]-(other:Party) WHERE
//> include tie-matches
  WITH r.type AS type, CASE WHEN r.type IN $given.undirected THEN 'BOTH' WHEN startNode(r) = party THEN 'OUT' ELSE 'IN' END AS direction, count(r) AS ties ORDER BY type, direction
  RETURN collect([type, direction, ties]) AS tallies
}
RETURN tallies
//> include named
