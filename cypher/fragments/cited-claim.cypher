// A claim as columns, and what of its article and incident goes with the citation. Names of parties and origins are few enough to be read once for all.
MATCH (c)-[:STATED_IN]->(article:Article)-[:PUBLISHED_BY]->(publisher:Origin)
OPTIONAL MATCH (c)-[:TELLS_OF]->(incident:Incident)
RETURN c.packed AS packed, c.rootOrigin AS root, c.status AS status, c.endedAt AS endedAt, article.title AS title, publisher.name AS publisher, article.url AS url, article.published AS published, incident.title AS incidentTitle,
  COLLECT { MATCH (c)-[:RIVALS]-(rival:Claim) WHERE CASE WHEN $given.f.asKnownOn IS NULL THEN rival.endedAt IS NULL
    ELSE rival.recordedAt <= $given.f.asKnownOn AND (rival.endedAt IS NULL OR rival.endedAt > $given.f.asKnownOn) END RETURN rival.id ORDER BY rival.id } AS rivals,
  COLLECT { MATCH (c)-[:SUPERSEDES]->(previous:Claim) RETURN previous.id ORDER BY previous.id } AS supersedes
