// A claim is never deleted: it ends, superseded by its next version or retracted.
UNWIND $given.ended AS row
MATCH (claim:Claim {id: row.id})
SET claim.endedAt = $given.now, claim.status = row.status
