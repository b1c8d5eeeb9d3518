// Parties with the ties that begin at each, in the order of ids; so that all ties come in the order of their own.
MATCH (n:Party) WHERE n.id > ''
WITH n ORDER BY n.id
RETURN n.id AS id, COLLECT {
  MATCH (n)-[r:
//> include tie-types
]->(to:Party)
  RETURN [type(r), to.id, properties(r)] ORDER BY r.id
} AS ties
