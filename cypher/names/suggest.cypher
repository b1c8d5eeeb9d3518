// Names near one that is not known.
CALL db.index.fulltext.queryNodes('names_text', $given.query, {limit: 20}) YIELD node, score
MATCH (node)-[:NAMES]->(p:Party)
WHERE size($given.labels) = 0 OR any(label IN labels(p) WHERE label IN $given.labels)
WITH p.name AS name, max(score) AS score
RETURN name ORDER BY score DESC, name LIMIT 5
