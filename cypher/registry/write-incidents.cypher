// Writes incidents and the place of each.
UNWIND $given.rows AS row
MERGE (n:Incident {id: row.id})
SET n += row.props
WITH n, row
CALL (n) { MATCH (n)-[at:AT]->() DELETE at }
CALL (n, row) {
  WITH n, row WHERE row.place IS NOT NULL
  MATCH (place:Party:Location {id: row.place})
  CREATE (n)-[:AT]->(place)
}
