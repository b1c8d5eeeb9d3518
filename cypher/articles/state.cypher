// What the store holds of an article: its hash, its live claims, and the last version of each claim ever recorded.
OPTIONAL MATCH (article:Article {id: $given.id})
RETURN article.hash AS hash,
  COLLECT { MATCH (c:Claim {articleId: $given.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL RETURN {key: c.key, id: c.id, hash: c.hash, tieId: c.tieId, subjectId: c.subjectId, objectId: c.objectId} } AS live,
  COLLECT { MATCH (c:Claim {articleId: $given.id}) WHERE c.sortKey IS NOT NULL WITH c.key AS key, max(c.version) AS version RETURN {key: key, version: version} } AS versions
