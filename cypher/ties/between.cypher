// All ties between two parties, whichever way they run.
MATCH (:Name {folded: $given.a})-[:NAMES]->(a:Party)
MATCH (:Name {folded: $given.b})-[:NAMES]->(b:Party)
//> include filter-sets
MATCH (a)-[r:
//> include tie-types
]-(b)
WHERE r.type IN $given.types AND
//> include tie-matches
WITH r ORDER BY r.id
WITH collect(
//> include tie-columns
) AS tieRows
RETURN tieRows
//> include named
