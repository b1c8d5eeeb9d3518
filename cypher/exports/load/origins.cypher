// A batch of an exported script: origins. Columns: id, what it belongs to.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MERGE (record:Origin {id: row[0]})
//> include row-properties
WITH record, row WHERE row[1] <> ''
MERGE (larger:Origin {id: row[1]})
MERGE (record)-[:BELONGS_TO]->(larger)
