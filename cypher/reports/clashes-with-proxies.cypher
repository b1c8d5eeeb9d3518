// title: Clashes with a patron's proxies
// purpose: Who fought, attacked or was attacked by those whom a patron backs, directly or through others, and by which chain of backing each of them is the patron's.
// parameters:
//   patron: { type: name, kinds: [Actor], default: Iran, about: The patron. }
//   depth: { type: whole, from: 1, to: 6, default: 6, about: How many links a chain of backing may have. }
//   during: { type: period, about: Only claims of fights that may have happened in this period. }
// columns:
//   opponent: Who fought the proxy.
//   proxy: Whom the patron backs.
//   fight: What is claimed, CLASHED_WITH or ATTACKED.
//   attacker: Whose attack it was; empty for a clash.
//   chain: The parties from the proxy to the patron.
//   claims: Live claims that tell of it.
//   origins: Independent origins behind them.
//   contested: Whether one of the claims has a rival.
//   firstDay: First day that the claims can mean.
//   lastDay: Last day that the claims can mean.
//   places: Where it happened.
// schedule: { cron: 0 6 * * 1, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
MATCH (patron:Party:Actor {id: $given.patron})
MATCH path = ANY SHORTEST (patron)(()<-[link:BACKED_BY|PART_OF]-() WHERE link.claims > 0){1,6}(proxy:Actor)
WHERE proxy <> patron AND length(path) <= $given.depth
MATCH (proxy)-[r:CLASHED_WITH|ATTACKED]-(opponent:Party)
WHERE NOT opponent:Location AND r.claims > 0
CALL (r) {
  MATCH (c:Claim {tieId: r.id})
  WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL AND CASE WHEN $given.during IS NULL THEN true ELSE coalesce(c.latest >= $given.during.from, true) AND coalesce(c.earliest <= $given.during.to, true) END
  WITH c ORDER BY c.tieId, c.sortKey
  RETURN collect(c) AS told, count(c) AS claims, count(DISTINCT c.rootOrigin) AS origins, min(c.earliest) AS firstDay, max(c.latest) AS lastDay
}
WITH proxy, opponent, r, path, told, claims, origins, firstDay, lastDay WHERE claims > 0
WITH proxy, opponent, r, path, told[..25] AS fights, claims, origins, firstDay, lastDay,
  coalesce(r.contested, false) AND any(c IN told WHERE EXISTS { MATCH (c)-[:RIVALS]-(other:Claim) WHERE other.endedAt IS NULL }) AS contested,
  COLLECT { UNWIND told AS c MATCH (c)-[:AT]->(place:Location) RETURN DISTINCT place.name AS name ORDER BY name } AS places,
  COLLECT {
    UNWIND relationships(path) AS link
    CALL (link) { MATCH (c:Claim {tieId: link.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL RETURN c ORDER BY c.tieId, c.sortKey LIMIT 4 }
    RETURN c
  } AS backing
WITH *, fights + backing AS cited ORDER BY opponent.sortKey, proxy.sortKey, r.id
RETURN proxy.id + ' ' + r.id AS key, opponent.name AS opponent, proxy.name AS proxy, type(r) AS fight, CASE WHEN type(r) = 'ATTACKED' THEN startNode(r).name END AS attacker,
  [party IN reverse(nodes(path)) | party.name] AS chain, claims, origins, contested, firstDay, lastDay, places,
  [c IN cited | c.id] AS cited
