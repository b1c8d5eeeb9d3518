[id, null, null, null, null, null, EXISTS { MATCH (one:Claim {tieId: id})-[:RIVALS]-(other:Claim) WHERE one.sortKey IS NOT NULL AND one.endedAt IS NULL AND other.endedAt IS NULL }]
