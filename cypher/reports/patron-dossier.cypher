// title: A patron's dossier
// purpose: All that is recorded of a patron's side. Whom it backs, how, who commands them, whom they fight or compete with, where they are, and who says so.
// parameters:
//   patron: { type: name, kinds: [Actor], default: Iran, about: The patron. }
//   depth: { type: whole, from: 0, to: 6, default: 6, about: How many links a chain of backing may have. }
// columns:
//   member: Who of the patron's side.
//   links: How many links of backing lie between the two; 0 for the patron.
//   tie: What is claimed.
//   outgoing: Whether the tie runs from the member.
//   party: To or from whom it runs.
//   ofTheSide: Whether that one is of the patron's side too.
//   claims: Live claims that tell of it.
//   origins: Independent origins behind them.
//   contested: Whether one of the claims has a rival.
//   firstDay: No claim can mean an earlier day; empty if one of them leaves that open.
//   lastDay: No claim can mean a later day; empty if one of them leaves that open.
// schedule: { cron: 0 7 1 * *, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
MATCH (patron:Party:Actor {id: $given.patron})
CALL (patron) {
  RETURN patron AS member, 0 AS links
  UNION
  MATCH path = ANY SHORTEST (patron)(()<-[link:BACKED_BY|PART_OF]-() WHERE link.claims > 0){1,6}(member:Actor)
  WHERE member <> patron AND length(path) <= $given.depth
  RETURN member, length(path) AS links
}
WITH collect(member.id) AS side, collect([member, links]) AS members
UNWIND members AS pair
WITH side, pair[0] AS member, pair[1] AS links
MATCH (member)-[r:
//> include live-tie-types
]-(party:Party)
WHERE r.claims > 0 AND (startNode(r) = member OR NOT party.id IN side)
CALL (r) {
  MATCH (c:Claim {tieId: r.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL
  RETURN
//> include bounds-of-claims
}
WITH member, links, r, party, party.id IN side AS ofTheSide, firstDay, lastDay,
//> include claims-of-tie
AS cited ORDER BY links, member.sortKey, r.type, party.sortKey, r.id
RETURN r.id AS key, member.name AS member, links, r.type AS tie, startNode(r) = member AS outgoing, party.name AS party, ofTheSide, r.claims AS claims, r.origins AS origins,
  coalesce(r.contested, false) AS contested, firstDay, lastDay,
  [c IN cited | c.id] AS cited
