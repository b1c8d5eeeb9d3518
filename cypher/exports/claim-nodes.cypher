// Claims with all their properties, and those of their relationships that the properties do not tell, in the order of ids.
//> include filter-sets
MATCH (c:Claim) WHERE c.id > '' AND
//> include claim-matches
WITH c AS claim, places, side ORDER BY c.id
RETURN claim.id AS id, labels(claim) AS labels, properties(claim) AS props, head(COLLECT { MATCH (claim)-[:ENDS_AT]->(last:Origin) RETURN last.id }) AS last,
  COLLECT { MATCH (claim)-[:SUPERSEDES]->(c:Claim) WHERE
//> include claim-matches
  RETURN c.id ORDER BY c.id } AS supersedes,
  COLLECT { MATCH (claim)-[rival:RIVALS]->(c:Claim) WHERE
//> include known-rivals
  AND
//> include claim-matches
  RETURN [c.id, properties(rival)] ORDER BY c.id, rival.rule } AS rivals
