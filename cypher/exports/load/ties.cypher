// A batch of an exported script: ties. Columns: id, which spells out both ends; type.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MATCH (from:Party {id: split(row[0], ' ')[0]})
MATCH (to:Party {id: split(row[0], ' ')[2]})
MERGE (from)-[record:$(row[1]) {id: row[0]}]->(to)
//> include row-properties
