// Writes an article's bibliography and who published it.
MERGE (article:Article {id: $given.id})
SET article += $given.props
WITH article
CALL (article) { MATCH (article)-[old:PUBLISHED_BY]->() DELETE old }
MATCH (publisher:Origin {id: $given.publisher})
CREATE (article)-[:PUBLISHED_BY]->(publisher)
