// Records claims. The last origin of the chain, or the publisher where there is none, decides which independent origin stands behind the claim.
UNWIND $given.claims AS row
MATCH (subject:Party {id: row.props.subjectId})
MATCH (object:Party {id: row.props.objectId})
MATCH (article:Article {id: row.props.articleId})
MATCH (last:Origin {id: row.lastOrigin})
CREATE (claim:Claim {id: row.props.id})
SET claim += row.props, claim.recordedAt = $given.now, claim.rootOrigin = last.root
CREATE (claim)-[:SUBJECT]->(subject), (claim)-[:OBJECT]->(object), (claim)-[:STATED_IN]->(article), (claim)-[:ENDS_AT]->(last)
WITH claim, row
CALL (claim, row) {
  UNWIND range(0, size(row.attribution) - 1) AS position
  MATCH (origin:Origin {id: row.attribution[position]})
  CREATE (claim)-[:ATTRIBUTED_TO {position: position}]->(origin)
}
CALL (claim, row) {
  MATCH (place:Party:Location {id: row.props.placeId})
  CREATE (claim)-[:AT]->(place)
}
CALL (claim, row) {
  MATCH (incident:Incident {id: row.props.incidentId})
  CREATE (claim)-[:TELLS_OF]->(incident)
}
CALL (claim, row) {
  MATCH (previous:Claim {id: row.supersedes})
  CREATE (claim)-[:SUPERSEDES]->(previous)
}
