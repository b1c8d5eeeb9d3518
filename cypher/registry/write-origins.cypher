// Writes origins. `root` is the independent origin that each counts as when corroboration is counted.
UNWIND $given.rows AS row
MERGE (n:Origin {id: row.id})
SET n += row.props
WITH n, row
CALL (n) { MATCH (n)-[belongs:BELONGS_TO]->() DELETE belongs }
CALL (n, row) {
  WITH n, row WHERE row.belongsTo IS NOT NULL
  MERGE (larger:Origin {id: row.belongsTo})
  CREATE (n)-[:BELONGS_TO]->(larger)
}
