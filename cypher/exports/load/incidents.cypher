// A batch of an exported script: incidents. Columns: id, the place.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MERGE (record:Incident {id: row[0]})
//> include row-properties
WITH record, row WHERE row[1] <> ''
MATCH (place:Party:Location {id: row[1]})
MERGE (record)-[:AT]->(place)
