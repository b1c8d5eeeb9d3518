// A batch of an exported script: claims with all that they refer to. Columns: id, the origin at which the attribution ends.
UNWIND $given.rows AS line
WITH split(line, $given.between) AS row
MERGE (record:Claim {id: row[0]})
//> include row-properties
WITH record, row
MATCH (subject:Party {id: record.subjectId})
MATCH (object:Party {id: record.objectId})
MATCH (article:Article {id: record.articleId})
MATCH (last:Origin {id: row[1]})
MERGE (record)-[:SUBJECT]->(subject)
MERGE (record)-[:OBJECT]->(object)
MERGE (record)-[:STATED_IN]->(article)
MERGE (record)-[:ENDS_AT]->(last)
WITH record
CALL (record) {
  UNWIND range(0, size(record.attribution) - 1) AS position
  MATCH (origin:Origin {id: record.attribution[position]})
  MERGE (record)-[:ATTRIBUTED_TO {position: position}]->(origin)
}
CALL (record) {
  MATCH (place:Party:Location {id: record.placeId})
  MERGE (record)-[:AT]->(place)
}
CALL (record) {
  MATCH (incident:Incident {id: record.incidentId})
  MERGE (record)-[:TELLS_OF]->(incident)
}
