// A claim is never deleted: it ends, superseded by its next version or retracted.
UNWIND $ended AS row
MATCH (claim:Claim {id: row.id})
SET claim.endedAt = $now, claim.status = row.status
