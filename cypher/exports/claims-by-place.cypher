// Claims in the order of their places, so that those of one place come together. Versions of one claim share a place in the order of citation; their ids tell them apart.
//> include filter-sets
MATCH (c:Claim) USING INDEX c:Claim(placeId, sortKey) WHERE c.placeId > '' AND c.sortKey IS NOT NULL AND
//> include claim-matches
WITH c AS claim, places, side ORDER BY c.placeId, c.sortKey, c.id
//> include cited-claim
ORDER BY claim.placeId, claim.sortKey, claim.id
