// Writes the bibliography of several articles, and who published each.
UNWIND $given.rows AS row
MERGE (article:Article {id: row.id})
SET article += row.props
WITH article, row
CALL (article) { MATCH (article)-[old:PUBLISHED_BY]->() DELETE old }
MATCH (publisher:Origin {id: row.publisher})
CREATE (article)-[:PUBLISHED_BY]->(publisher)
