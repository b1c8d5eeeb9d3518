// Ties by id, each found through its two ends.
UNWIND $given.ties AS tie
MATCH (from:Party {id: tie.from})
MATCH (to:Party {id: tie.to})
MATCH (from)-[r:
//> include tie-types
]->(to) WHERE r.id = tie.id
RETURN collect(
//> include tie-columns
) AS tieRows
