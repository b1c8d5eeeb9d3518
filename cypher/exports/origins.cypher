// Origins and what each belongs to, in the order of ids.
MATCH (n:Origin) WHERE n.id > ''
WITH n ORDER BY n.id
RETURN n.id AS id, labels(n) AS labels, properties(n) AS props, head(COLLECT { MATCH (n)-[:BELONGS_TO]->(larger:Origin) RETURN larger.id }) AS belongsTo
