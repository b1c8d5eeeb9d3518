// Claims whose last origin now counts as another independent origin; their ties must be counted again.
UNWIND $given.origins AS id
MATCH (origin:Origin {id: id})<-[:ENDS_AT]-(claim:Claim)
WHERE claim.rootOrigin <> origin.root
SET claim.rootOrigin = origin.root
RETURN collect(DISTINCT claim.tieId) AS ties
