// Claims in the order of their ties, so that those of one tie come together. Versions of one claim share a place in the order of citation; their ids tell them apart.
//> include filter-sets
MATCH (c:Claim) USING INDEX c:Claim(tieId, sortKey) WHERE c.tieId > '' AND c.sortKey IS NOT NULL AND
//> include claim-matches
WITH c AS claim, places, side ORDER BY c.tieId, c.sortKey, c.id
//> include cited-claim
ORDER BY claim.tieId, claim.sortKey, claim.id
