// Adds claims that are about to be recorded to the counts of their ties, of which none ends. Looks up only what the new claims name, so the work does not grow with the tie.
UNWIND $given.ties AS tie
MATCH (from:Party {id: tie.from})
MATCH (to:Party {id: tie.to})
CALL (tie) {
  UNWIND tie.articles AS article
  WITH tie, article WHERE NOT EXISTS { MATCH (claim:Claim {articleId: article}) USING INDEX claim:Claim(articleId, sortKey) WHERE claim.sortKey IS NOT NULL AND claim.tieId = tie.id AND claim.endedAt IS NULL }
  RETURN count(article) AS articles
}
CALL (tie) {
  UNWIND tie.origins AS last
  MATCH (origin:Origin {id: last})
  WITH DISTINCT tie, origin.root AS root WHERE NOT EXISTS { MATCH (claim:Claim {tieId: tie.id, rootOrigin: root}) USING INDEX claim:Claim(tieId, rootOrigin) WHERE claim.endedAt IS NULL }
  RETURN count(root) AS origins
}
MERGE (from)-[live:$(tie.type) {id: tie.id}]->(to)
SET live.type = tie.type, live.claims = coalesce(live.claims, 0) + tie.claims, live.origins = coalesce(live.origins, 0) + origins, live.articles = coalesce(live.articles, 0) + articles,
  live.earliest = CASE WHEN live.earliest <= tie.earliest THEN live.earliest ELSE coalesce(tie.earliest, live.earliest) END,
  live.latest = CASE WHEN live.latest >= tie.latest THEN live.latest ELSE coalesce(tie.latest, live.latest) END
WITH from, to, tie
MATCH (from)-[was:WAS_TIED {id: tie.id}]->(to)
DELETE was
