// Names of the places where live claims put the tie `r`.
COLLECT { MATCH (placed:Claim {tieId: r.id})-[:AT]->(tiePlace:Location) WHERE placed.sortKey IS NOT NULL AND placed.endedAt IS NULL RETURN DISTINCT tiePlace.name AS name ORDER BY name }
