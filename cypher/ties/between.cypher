// All ties between two parties, whichever way they run.
MATCH (:Name {folded: $a})-[:NAMES]->(a:Party)
MATCH (:Name {folded: $b})-[:NAMES]->(b:Party)
//> include filter-sets
MATCH (a)-[r:
//> include tie-types
]-(b)
WHERE r.type IN $types AND
//> include tie-matches
WITH r ORDER BY r.id
RETURN collect(
//> include tie-columns
) AS tieRows
