// Claims as columns, and each node once that they, or a first answer, refer to.
RETURN total,
  [c IN claims | [c.packed, c.rootOrigin, c.status, c.endedAt,
    COLLECT { MATCH (c)-[rival:RIVALS]-(other:Claim) WHERE CASE WHEN $given.f.asKnownOn IS NULL THEN other.endedAt IS NULL
      ELSE rival.recordedAt <= $given.f.asKnownOn AND other.recordedAt <= $given.f.asKnownOn AND (other.endedAt IS NULL OR other.endedAt > $given.f.asKnownOn) END RETURN DISTINCT other.id }]] AS claimRows,
  COLLECT { UNWIND claims AS c WITH DISTINCT c.articleId AS id MATCH (a:Article {id: id})-[:PUBLISHED_BY]->(publisher:Origin) RETURN
//> include article-columns
  } AS articleRows,
  COLLECT { UNWIND [c IN claims | [c.subjectId, c.objectId, c.placeId] + c.casualtyParties] + [coalesce($given.parties, [])] AS ids UNWIND ids AS id WITH DISTINCT id MATCH (p:Party {id: id}) RETURN
//> include party-columns
  } AS partyRows,
  COLLECT { UNWIND claims AS c UNWIND c.attribution + [c.rootOrigin] AS id WITH DISTINCT id MATCH (o:Origin {id: id}) RETURN [o.id, o.name, o.kind, o.root, o.note] } AS originRows,
  COLLECT { UNWIND claims AS c WITH DISTINCT c.incidentId AS id MATCH (i:Incident {id: id}) RETURN
//> include incident-columns
 } AS incidentRows
