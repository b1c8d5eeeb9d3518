// Writes an article's bibliography and who published it.
MERGE (article:Article {id: $id})
SET article += $props
WITH article
CALL (article) { MATCH (article)-[old:PUBLISHED_BY]->() DELETE old }
MATCH (publisher:Origin {id: $publisher})
CREATE (article)-[:PUBLISHED_BY]->(publisher)
