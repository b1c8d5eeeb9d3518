// A batch of an exported script: rival claims. Columns: the one, the other, the rule; the other may only come later, and is filled in then.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MATCH (claim:Claim {id: row[0]})
MERGE (other:Claim {id: row[1]})
MERGE (claim)-[record:RIVALS {rule: row[2]}]->(other)
//> include row-properties
