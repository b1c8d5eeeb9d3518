// Stores the packed columns of claims.
UNWIND $given.claims AS row
MATCH (c:Claim {id: row.id})
SET c.packed = row.packed
