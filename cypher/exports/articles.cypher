// Articles and who published each, in the order of ids.
MATCH (n:Article) WHERE n.id > ''
WITH n ORDER BY n.id
MATCH (n)-[:PUBLISHED_BY]->(publisher:Origin)
RETURN n.id AS id, labels(n) AS labels, properties(n) AS props, publisher.id AS publisher, publisher.name AS publisherName
ORDER BY n.id
