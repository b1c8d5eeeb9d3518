// Writes actors with their names. Names are an index of the entry, so the old ones make way.
UNWIND $given.rows AS row
MERGE (n:Party {id: row.id})
SET n:Actor, n += row.props
WITH n, row
CALL (n) { MATCH (old:Name)-[:NAMES]->(n) DETACH DELETE old }
UNWIND row.names AS name
CREATE (m:Name {key: name.key})-[:NAMES]->(n)
SET m += name
