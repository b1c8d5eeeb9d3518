// Rule: two actors said to hold one place at times that may overlap, unless one is part of the other.
UNWIND $given.places AS id
MATCH (one:Claim {objectId: id, type: 'CONTROLS'})
WHERE one.sortKey IS NOT NULL AND one.endedAt IS NULL AND NOT one.former
MATCH (other:Claim {objectId: id, type: 'CONTROLS'})
WHERE other.sortKey IS NOT NULL AND other.endedAt IS NULL AND NOT other.former AND one.id < other.id AND one.subjectId <> other.subjectId
  AND coalesce(one.earliest <= other.latest, true) AND coalesce(other.earliest <= one.latest, true)
MATCH (a:Party:Actor {id: one.subjectId})
MATCH (b:Party:Actor {id: other.subjectId})
WHERE NOT EXISTS { (a)-[:PART_OF|ALLIED_WITH]-(b) }
MERGE (one)-[rival:RIVALS {rule: 'two_holders'}]->(other)
ON CREATE SET rival.recordedAt = $given.now
