// title: Ties resting on a single origin
// purpose: Ties that one independent origin alone stands behind, however many articles repeat it. What to corroborate first.
// parameters:
//   types: { type: types, about: Only ties of these types. }
//   minClaims: { type: whole, from: 1, default: 1, about: Only ties with at least so many live claims. }
// columns:
//   source: From whom the tie runs.
//   tie: What is claimed.
//   target: To whom it runs.
//   origin: The independent origin.
//   claims: Live claims that tell of it.
//   articles: Articles they stand in.
//   alleged: Whether every one of the claims cited is hedged or an accusation.
//   contested: Whether one of the claims has a rival.
//   firstDay: No claim can mean an earlier day; empty if one of them leaves that open.
//   lastDay: No claim can mean a later day; empty if one of them leaves that open.
// schedule: { cron: 25 6 * * 1, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
MATCH (source:Party)-[r:
//> include live-tie-types
]->(target:Party)
WHERE r.origins = 1 AND r.claims >= $given.minClaims AND ($given.types IS NULL OR r.type IN $given.types)
CALL (r) {
  MATCH (c:Claim {tieId: r.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL
  RETURN
//> include bounds-of-claims
}
WITH source, target, r, firstDay, lastDay,
//> include claims-of-tie
AS cited
OPTIONAL MATCH (origin:Origin {id: cited[0].rootOrigin})
WITH * ORDER BY r.claims DESC, source.sortKey, target.sortKey, r.id
RETURN r.id AS key, source.name AS source, r.type AS tie, target.name AS target, origin.name AS origin, r.claims AS claims, r.articles AS articles,
  all(c IN cited WHERE c.stance = 'alleged') AS alleged, coalesce(r.contested, false) AS contested, firstDay, lastDay,
  [c IN cited | c.id] AS cited
