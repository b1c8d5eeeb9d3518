// The first live claims of the tie `r`: what a report cites for it. The tie's counts tell how many there are in all.
COLLECT { MATCH (tieClaim:Claim {tieId: r.id}) WHERE tieClaim.sortKey IS NOT NULL AND tieClaim.endedAt IS NULL RETURN tieClaim ORDER BY tieClaim.tieId, tieClaim.sortKey LIMIT 25 }
