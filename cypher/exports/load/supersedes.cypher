// A batch of an exported script: versions of claims. Columns: the later, the earlier; that may only come later, and is filled in then.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MATCH (claim:Claim {id: row[0]})
MERGE (previous:Claim {id: row[1]})
MERGE (claim)-[:SUPERSEDES]->(previous)
