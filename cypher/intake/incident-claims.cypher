// What the store holds of the claims that tell of these incidents, ended ones included.
UNWIND $given.incidents AS id
MATCH (c:Claim {incidentId: id}) WHERE c.sortKey IS NOT NULL
WITH c.sortKey AS sortKey, max(c.version) AS version, head(collect(CASE WHEN c.endedAt IS NULL THEN c END)) AS live
RETURN sortKey, version, live.id AS id, live.hash AS hash, live.tieId AS tieId
