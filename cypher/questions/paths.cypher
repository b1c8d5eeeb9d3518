// The shortest ways between two parties over ties of some types.
MATCH (:Name {folded: $from})-[:NAMES]->(from:Party)
MATCH (:Name {folded: $to})-[:NAMES]->(to:Party)
//> include filter-sets
MATCH path = ALL SHORTEST (from)(()-[r:
//> include tie-types
]-() WHERE r.type IN $types AND
//> include tie-matches
){1,8}(to)
WHERE length(path) <= $maxLength
WITH path LIMIT $limit
RETURN collect([[node IN nodes(path) | node.id], [r IN relationships(path) |
//> include tie-columns
]]) AS paths
