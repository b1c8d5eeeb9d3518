// Claims in the order of their incidents, so that those of one incident come together. Versions of one claim share a place in the order of citation; their ids tell them apart.
//> include filter-sets
MATCH (c:Claim) USING INDEX c:Claim(incidentId, sortKey) WHERE c.incidentId > '' AND c.sortKey IS NOT NULL AND
//> include claim-matches
WITH c AS claim, places, side ORDER BY c.incidentId, c.sortKey, c.id
//> include cited-claim
ORDER BY claim.incidentId, claim.sortKey, claim.id
