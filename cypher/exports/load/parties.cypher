// A batch of an exported script: parties. Columns: id, labels, the larger place; that may only come later, and is filled in then.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MERGE (record:Party {id: row[0]})
//> include row-properties
SET record:$(split(row[1], $given.items)[..-1])
WITH record, row WHERE row[2] <> ''
MERGE (larger:Party {id: row[2]})
MERGE (record)-[:WITHIN]->(larger)
