// A batch of an exported script: names. Columns: key, the party.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MATCH (party:Party {id: row[1]})
MERGE (record:Name {key: row[0]})
//> include row-properties
MERGE (record)-[:NAMES]->(party)
