// The claims in `cited` with all that a reader needs to look them up, in the order of citation. The order of these columns is that of store/reports/citation-columns.ts.
COLLECT {
  UNWIND cited AS citedClaim
  WITH DISTINCT citedClaim
  MATCH (citedSubject:Party {id: citedClaim.subjectId})
  MATCH (citedObject:Party {id: citedClaim.objectId})
  MATCH (citedArticle:Article {id: citedClaim.articleId})-[:PUBLISHED_BY]->(citedPublisher:Origin)
  OPTIONAL MATCH (citedOrigin:Origin {id: citedClaim.rootOrigin})
  OPTIONAL MATCH (citedPlace:Party:Location {id: coalesce(citedClaim.placeId, CASE WHEN citedObject:Location THEN citedObject.id END)})
  RETURN [citedClaim.id, citedClaim.type, citedClaim.tieId,
    citedSubject.id, citedSubject.name, head([label IN labels(citedSubject) WHERE label IN ['Actor', 'Commander', 'Location']]),
    citedObject.id, citedObject.name, head([label IN labels(citedObject) WHERE label IN ['Actor', 'Commander', 'Location']]),
    citedArticle.id, citedArticle.title, citedPublisher.name, citedClaim.paragraph, citedClaim.headline,
    citedClaim.summary, citedClaim.stance, citedClaim.status, citedClaim.edtf, citedClaim.dateEarliest, citedClaim.dateLatest,
    citedPlace.id, citedPlace.name, citedPlace.point.latitude, citedPlace.point.longitude, citedPlace.precision,
    citedOrigin.name, citedClaim.recordedAt, citedClaim.endedAt,
    COLLECT { MATCH (citedClaim)-[:RIVALS]-(citedRival:Claim) WHERE citedRival.endedAt IS NULL AND citedClaim.endedAt IS NULL RETURN citedRival.id ORDER BY citedRival.id }]
  ORDER BY citedClaim.sortKey, citedClaim.version
}
