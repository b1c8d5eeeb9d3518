// Makes the ties equal to their live claims: one typed edge per (subject, type, object) that has any, with its counts.
// A tie whose last claim has ended turns into WAS_TIED, so that "as known on" still finds its way.
UNWIND $given.ties AS tie
MATCH (from:Party {id: tie.from})
MATCH (to:Party {id: tie.to})
CALL (tie) {
  MATCH (claim:Claim {tieId: tie.id}) WHERE claim.sortKey IS NOT NULL AND claim.endedAt IS NULL
  RETURN count(claim) AS claims, count(DISTINCT claim.rootOrigin) AS origins, count(DISTINCT claim.articleId) AS articles,
    min(claim.earliest) AS earliest, max(claim.latest) AS latest
}
CALL (from, to, tie, claims, origins, articles, earliest, latest) {
  WITH * WHERE claims > 0
  MERGE (from)-[live:$(tie.type) {id: tie.id}]->(to)
  SET live.type = tie.type, live.claims = claims, live.origins = origins, live.articles = articles, live.earliest = earliest, live.latest = latest
}
CALL (from, to, tie, claims) {
  WITH * WHERE claims = 0
  OPTIONAL MATCH (from)-[gone {id: tie.id}]->(to) WHERE type(gone) = tie.type
  DELETE gone
  MERGE (from)-[was:WAS_TIED {id: tie.id}]->(to)
  SET was.type = tie.type, was.claims = 0, was.origins = 0, was.articles = 0
}
CALL (from, to, tie, claims) {
  WITH * WHERE claims > 0
  MATCH (from)-[was:WAS_TIED {id: tie.id}]->(to)
  DELETE was
}
