// Parties with their names and the larger place of each, in the order of ids.
MATCH (n:Party) WHERE n.id > ''
WITH n ORDER BY n.id
RETURN n.id AS id, labels(n) AS labels, properties(n) AS props,
  head(COLLECT { MATCH (n)-[:WITHIN]->(larger:Party) RETURN larger.id }) AS within,
  COLLECT { MATCH (name:Name)-[:NAMES]->(n) RETURN properties(name) ORDER BY name.key } AS names
