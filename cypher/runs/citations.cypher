// Claims with all that a reader needs to look them up. The order of these columns is that of store/reports/citation-columns.ts.
UNWIND $given.ids AS id
MATCH (c:Claim {id: id})
MATCH (subject:Party {id: c.subjectId})
MATCH (object:Party {id: c.objectId})
MATCH (article:Article {id: c.articleId})-[:PUBLISHED_BY]->(publisher:Origin)
OPTIONAL MATCH (origin:Origin {id: c.rootOrigin})
OPTIONAL MATCH (place:Party:Location {id: coalesce(c.placeId, CASE WHEN object:Location THEN object.id END)})
RETURN [c.id, c.sortKey, c.type, c.tieId,
  subject.id, subject.name, head([label IN labels(subject) WHERE label IN ['Actor', 'Commander', 'Location']]),
  object.id, object.name, head([label IN labels(object) WHERE label IN ['Actor', 'Commander', 'Location']]),
  article.id, article.title, article.published, article.url, publisher.name, c.paragraph, c.headline,
  c.summary, c.stance, c.status, c.edtf, c.dateEarliest, c.dateLatest, c.casualties,
  place.id, place.name, place.point.latitude, place.point.longitude, place.precision,
  origin.name, c.recordedAt, c.endedAt,
  COLLECT { MATCH (c)-[:RIVALS]-(rival:Claim) WHERE rival.endedAt IS NULL AND c.endedAt IS NULL RETURN rival.id ORDER BY rival.id }] AS citation
