// What has become of claims that an earlier report cited: whether they stand, and what replaced them.
UNWIND $given.ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (next:Claim)-[:SUPERSEDES]->(c)
RETURN c.id AS id, c.status AS status, c.endedAt AS endedAt, next.id AS nextId, next.summary AS nextSummary, next.recordedAt AS nextRecordedAt
