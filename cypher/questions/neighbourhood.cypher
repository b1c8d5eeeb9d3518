// What lies within some steps of a party: the nearest parties up to a limit, the ties among them, and how many more there are.
MATCH (:Name {folded: $given.party})-[:NAMES]->(centre:Party)
//> include filter-sets
CALL (centre, places, side) {
  MATCH path = ANY SHORTEST (centre)(()-[r:
//> include tie-types
  ]-() WHERE r.type IN $given.types AND
//> include tie-matches
  ){1,4}(node:Party)
  WHERE node <> centre AND length(path) <= $given.depth
  RETURN node, length(path) AS distance ORDER BY distance, node.sortKey
}
WITH centre, places, side, collect(node) AS found, collect(distance) AS distances
WITH places, side, [centre] + found[..$given.limit] AS nodes, [0] + distances[..$given.limit] AS distances, size(found) AS total
CALL (nodes, places, side) {
  UNWIND nodes AS node
  MATCH (node)-[r:
//> include tie-types
  ]->(other:Party)
  WHERE other IN nodes AND r.type IN $given.types AND
//> include tie-matches
  RETURN collect(
//> include tie-columns
  ) AS ties
}
CALL (nodes, places, side) {
  UNWIND nodes AS node
  OPTIONAL MATCH (node)-[r:
//> include tie-types
  ]-(other:Party)
  WHERE NOT other IN nodes AND r.type IN $given.types AND
//> include tie-matches
  WITH node, count(r) AS hidden
  RETURN collect([node.id, hidden]) AS hidden
}
WITH head(collect({nodes: [node IN nodes | node.id], distances: distances, ties: ties, hidden: hidden, more: total - size(nodes) + 1})) AS found
RETURN found.nodes AS nodes, found.distances AS distances, found.ties AS ties, found.hidden AS hidden, found.more AS more
//> include named
