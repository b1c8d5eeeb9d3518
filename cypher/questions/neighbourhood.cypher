// What lies within some steps of a party: the nearest parties up to a limit, the ties among them, and how many more there are.
MATCH (:Name {folded: $given.party})-[:NAMES]->(centre:Party)
//> include filter-sets
CALL (centre, places, side) {
  MATCH path = ANY SHORTEST (centre)((step)-[r:
//> include tie-types
  ]-() WHERE r.type IN $given.types
  AND CASE WHEN $given.direction = 'BOTH' OR r.type IN $given.undirected THEN true ELSE ($given.direction = 'OUT') = (startNode(r) = step) END AND
//> include tie-matches
  ){1,4}(node:Party)
  WHERE node <> centre AND length(path) <= $given.depth
  RETURN node, length(path) AS distance ORDER BY distance, node.sortKey
}
WITH centre, places, side, collect(node) AS found, collect(distance) AS distances
WITH places, side, [centre] + found[..$given.limit] AS nodes, [0] + distances[..$given.limit] AS distances, size(found) AS total
//> include ties-of-nodes
WITH head(collect({nodes: [node IN nodes | node.id], distances: distances, tied: tied, more: total - size(nodes) + 1})) AS found
RETURN found.nodes AS nodes, found.distances AS distances, found.tied AS tied, found.more AS more
//> include named
