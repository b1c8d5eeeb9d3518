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
//   bothSides: Whether the opponent is the patron's too; then the fight stands twice, once for each.
//   chain: From the proxy to the patron, link by link. Who is part of another, or backed by it, need not act for whoever backs that one.
//   claims: Live claims that tell of it.
//   origins: Independent origins behind them.
//   dated: How many of them state a day or a period.
//   contested: Whether one of the claims has a rival.
//   firstDay: No claim can mean an earlier day; empty if one of them leaves that open.
//   lastDay: No claim can mean a later day; empty if one of them leaves that open.
//   places: Where it happened.
// schedule: { cron: 0 6 * * 1, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
MATCH (patron:Party:Actor {id: $given.patron})
MATCH path = ANY SHORTEST (patron)(()<-[link:BACKED_BY|PART_OF]-() WHERE link.claims > 0){1,6}(proxy:Actor)
WHERE proxy <> patron AND length(path) <= $given.depth
WITH collect([proxy, path]) AS reached
WITH reached, [one IN reached | one[0]] AS side
UNWIND reached AS one
WITH side, one[0] AS proxy, one[1] AS path
MATCH (proxy)-[r:CLASHED_WITH|ATTACKED]-(opponent:Party)
WHERE NOT opponent:Location AND r.claims > 0
CALL (r) {
  MATCH (c:Claim {tieId: r.id})
  WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL AND CASE WHEN $given.during IS NULL THEN true ELSE coalesce(c.latest >= $given.during.from, true) AND coalesce(c.earliest <= $given.during.to, true) END
  WITH c ORDER BY c.tieId, c.sortKey
  RETURN collect(c) AS told, count(c) AS claims, count(DISTINCT c.rootOrigin) AS origins, count(coalesce(c.dateEarliest, c.dateLatest)) AS dated,
//> include bounds-of-claims
}
WITH side, proxy, opponent, r, path, told, claims, origins, dated, firstDay, lastDay WHERE claims > 0
WITH side, proxy, opponent, r, path, told[..25] AS fights, claims, origins, dated, firstDay, lastDay,
  coalesce(r.contested, false) AND any(c IN told WHERE EXISTS { MATCH (c)-[:RIVALS]-(other:Claim) WHERE other.endedAt IS NULL }) AS contested,
  COLLECT { UNWIND told AS c MATCH (c)-[:AT]->(place:Location) RETURN DISTINCT place.name AS name ORDER BY name } AS places,
  COLLECT {
    UNWIND relationships(path) AS link
    CALL (link) { MATCH (c:Claim {tieId: link.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL RETURN c ORDER BY c.tieId, c.sortKey LIMIT 4 }
    RETURN c
  } AS backing
WITH *, fights + backing AS cited ORDER BY opponent.sortKey, proxy.sortKey, r.id
RETURN proxy.id + ' ' + r.id AS key, opponent.name AS opponent, proxy.name AS proxy, type(r) AS fight, CASE WHEN type(r) = 'ATTACKED' THEN startNode(r).name END AS attacker, opponent IN side AS bothSides,
  [proxy.name] + [link IN reverse(relationships(path)) | CASE type(link) WHEN 'PART_OF' THEN 'part of ' ELSE 'backed by ' END + endNode(link).name] AS chain, claims, origins, dated, contested, firstDay, lastDay, places,
  [c IN cited | c.id] AS cited
