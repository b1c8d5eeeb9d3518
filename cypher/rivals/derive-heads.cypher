// Rule: two persons said to head one group at times that may overlap. An open end may overlap with anything.
UNWIND $given.groups AS id
MATCH (one:Claim {subjectId: id, type: 'COMMANDED_BY'})
WHERE one.sortKey IS NOT NULL AND one.endedAt IS NULL AND one.standing = 'head' AND NOT one.former
MATCH (other:Claim {subjectId: id, type: 'COMMANDED_BY'})
WHERE other.sortKey IS NOT NULL AND other.endedAt IS NULL AND other.standing = 'head' AND NOT other.former AND one.id < other.id AND one.objectId <> other.objectId
  AND coalesce(one.earliest <= other.latest, true) AND coalesce(other.earliest <= one.latest, true)
MERGE (one)-[rival:RIVALS {rule: 'two_heads'}]->(other)
ON CREATE SET rival.recordedAt = $given.now
