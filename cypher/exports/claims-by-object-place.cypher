// Claims about a place itself (who holds it, who was there, who left), in the order of these places. Versions of one claim share a place in the order of citation; their ids tell them apart.
//> include filter-sets
MATCH (c:Claim) USING INDEX c:Claim(objectId, sortKey) WHERE c.objectId > '' AND c.sortKey IS NOT NULL AND EXISTS { (c)-[:OBJECT]->(:Location) } AND
//> include claim-matches
WITH c AS claim, places, side ORDER BY c.objectId, c.sortKey, c.id
//> include cited-claim
ORDER BY claim.objectId, claim.sortKey, claim.id
