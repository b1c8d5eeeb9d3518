// A batch of an exported script: articles. Columns: id, the publisher.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MATCH (publisher:Origin {id: row[1]})
MERGE (record:Article {id: row[0]})
//> include row-properties
MERGE (record)-[:PUBLISHED_BY]->(publisher)
