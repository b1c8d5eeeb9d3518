// The names of all parties and origins, by id.
MATCH (n:Party) RETURN n.id AS id, n.name AS name
UNION ALL
MATCH (n:Origin) RETURN n.id AS id, n.name AS name
