// A claim as columns, and what of its article and incident goes with the citation. Names of parties and origins are few enough to be read once for all. Of other claims it names those that the selection holds too; whether it has a rival at all does not depend on that.
MATCH (claim)-[:STATED_IN]->(article:Article)-[:PUBLISHED_BY]->(publisher:Origin)
OPTIONAL MATCH (claim)-[:TELLS_OF]->(incident:Incident)
RETURN claim.packed AS packed, claim.rootOrigin AS root, claim.status AS status, claim.endedAt AS endedAt, article.title AS title, publisher.name AS publisher, article.url AS url, article.published AS published, incident.title AS incidentTitle,
  EXISTS { MATCH (claim)-[rival:RIVALS]-(c:Claim) WHERE
//> include standing-rivals
  } AS contested,
  COLLECT { MATCH (claim)-[rival:RIVALS]-(c:Claim) WHERE
//> include standing-rivals
  AND
//> include claim-matches
  RETURN DISTINCT c.id ORDER BY c.id } AS rivals,
  COLLECT { MATCH (claim)-[:SUPERSEDES]->(c:Claim) WHERE
//> include claim-matches
  RETURN c.id ORDER BY c.id } AS supersedes
