// Writes locations with their names and the larger place that each is in.
UNWIND $given.rows AS row
MERGE (n:Party {id: row.id})
SET n:Location, n += row.props
SET n.point = CASE WHEN row.point IS NULL THEN null ELSE point({latitude: row.point.lat, longitude: row.point.lon}) END
WITH n, row
CALL (n) { MATCH (old:Name)-[:NAMES]->(n) DETACH DELETE old }
CALL (n) { MATCH (n)-[within:WITHIN]->() DELETE within }
CALL (n, row) {
  WITH n, row WHERE row.within IS NOT NULL
  MERGE (larger:Party {id: row.within})
  CREATE (n)-[:WITHIN]->(larger)
}
UNWIND row.names AS name
CREATE (m:Name {key: name.key})-[:NAMES]->(n)
SET m += name
