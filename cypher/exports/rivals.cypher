// Pairs of claims that cannot easily both hold, in the order of ids.
//> include filter-sets
MATCH (c:Claim) WHERE c.id > '' AND
//> include claim-matches
WITH c AS claim, places, side ORDER BY c.id
MATCH (claim)-[rival:RIVALS]->(c:Claim) WHERE
//> include known-rivals
AND
//> include claim-matches
RETURN claim.id AS one, c.id AS other, rival.rule AS rule, rival.reason AS reason, rival.recordedAt AS recordedAt
ORDER BY claim.id, c.id, rival.rule
