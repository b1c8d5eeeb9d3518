// A batch of an exported script: which incident may be which. Columns: the one, the other; that may only come later, and is filled in then.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MATCH (one:Incident {id: row[0]})
MERGE (other:Incident {id: row[1]})
MERGE (one)-[record:POSSIBLY_SAME]->(other)
//> include row-properties
