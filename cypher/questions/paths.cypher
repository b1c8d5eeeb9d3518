// The shortest ways between two parties over ties of some types.
MATCH (:Name {folded: $given.from})-[:NAMES]->(from:Party)
MATCH (:Name {folded: $given.to})-[:NAMES]->(to:Party)
//> include filter-sets
MATCH path = ALL SHORTEST (from)(()-[r:
//> include tie-types
]-() WHERE r.type IN $given.types AND
//> include tie-matches
){1,8}(to)
WHERE length(path) <= $given.maxLength
WITH path LIMIT $given.limit
WITH collect([[node IN nodes(path) | node.id], [r IN relationships(path) |
//> include tie-columns
]]) AS paths
RETURN paths
//> include named
