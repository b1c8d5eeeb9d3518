// Rivals that a curator marked, with the reason.
UNWIND $given.rivals AS row
MATCH (one:Claim {articleId: row.articleId, key: row.key}) WHERE one.sortKey IS NOT NULL AND one.endedAt IS NULL
MATCH (other:Claim {key: row.otherKey, articleId: row.otherArticleId}) WHERE other.sortKey IS NOT NULL AND other.endedAt IS NULL
MERGE (one)-[rival:RIVALS {rule: 'curated'}]->(other)
ON CREATE SET rival.recordedAt = $given.now
SET rival.reason = row.reason
