// How much there is, and how it spreads. Asked for as a whole, so it reads the live claims once.
CALL () {
  MATCH (c:Claim) WHERE c.endedAt IS NULL
  RETURN count(c) AS claims, count(DISTINCT c.tieId) AS ties, count(DISTINCT c.rootOrigin) AS independentOrigins
}
CALL () {
  MATCH (c:Claim) WHERE c.endedAt IS NULL
  WITH c.type AS type, count(c) AS n ORDER BY n DESC, type
  RETURN collect([type, n]) AS byType
}
CALL () {
  MATCH (c:Claim) WHERE c.endedAt IS NULL
  WITH CASE WHEN c.dateEarliest IS NOT NULL AND c.dateLatest IS NOT NULL AND left(c.dateEarliest, 7) = left(c.dateLatest, 7) THEN left(c.dateEarliest, 7) END AS month, count(c) AS n
  ORDER BY month
  RETURN collect([month, n]) AS byMonth
}
CALL () {
  MATCH (p:Patron)<-[r:BACKED_BY]-(proxy)
  WITH p, count(proxy) AS proxies, sum(r.claims) AS n ORDER BY proxies DESC, p.sortKey
  RETURN collect([p.id, proxies, n]) AS byPatron
}
CALL () {
  MATCH (c:Claim)-[:AT]->(p:Location)
  WHERE c.endedAt IS NULL AND c.type IN ['CLASHED_WITH', 'ATTACKED']
  WITH p, count(DISTINCT coalesce(c.incidentId, c.id)) AS events, count(c) AS n ORDER BY events DESC, n DESC, p.sortKey LIMIT 10
  RETURN collect([p.id, events, n]) AS contested
}
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
RETURN claims, ties, independentOrigins, byType, byMonth, byPatron, contested,
  COUNT { MATCH (:Actor) } AS actors, COUNT { MATCH (:Commander) } AS commanders, COUNT { MATCH (:Location) } AS locations,
  COUNT { MATCH (:Article) } AS articles, COUNT { MATCH (:Origin) } AS origins, COUNT { MATCH (:Incident) } AS incidents,
  coalesce(ledger.revision, 0) AS revision, ledger.changedAt AS changedAt
