// A tie is contested while one of its live claims has a live rival. A rival's tie may be one that this write did not touch.
UNWIND $given.ties AS touched
CALL (touched) {
  RETURN touched AS id
  UNION
  MATCH (mine:Claim {tieId: touched})-[:RIVALS]-(rival:Claim) WHERE mine.sortKey IS NOT NULL
  RETURN rival.tieId AS id
}
WITH DISTINCT id
MATCH (from:Party {id: split(id, ' ')[0]})
MATCH (to:Party {id: split(id, ' ')[2]})
MATCH (from)-[r:
//> include tie-types
]->(to) WHERE r.id = id
SET r.contested = EXISTS {
  MATCH (one:Claim {tieId: id})-[:RIVALS]-(other:Claim) WHERE one.sortKey IS NOT NULL AND one.endedAt IS NULL AND other.endedAt IS NULL
}
