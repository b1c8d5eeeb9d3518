// What the store holds of these claims, each known by its article and its place in the order of citation.
UNWIND $given.claims AS row
MATCH (c:Claim {articleId: row.articleId, sortKey: row.sortKey})
WITH row, max(c.version) AS version, head(collect(CASE WHEN c.endedAt IS NULL THEN c END)) AS live
RETURN row.sortKey AS sortKey, version, live.id AS id, live.hash AS hash, live.tieId AS tieId
