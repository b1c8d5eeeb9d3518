// title: Allies who fought
// purpose: Pairs said to be on one side, with each other or each with a common third, who also clashed or attacked one another.
// parameters:
//   commonAlly: { type: flag, default: true, about: Whether two allies of one third count as allies too. }
// columns:
//   one: The one.
//   other: The other.
//   fights: What is claimed of their fighting.
//   direct: Whether they are said to be allied with each other.
//   commonAllies: Who is said to be allied with both.
//   claims: Live claims of fighting between them.
//   contested: Whether one of these has a rival.
// schedule: { cron: 10 6 * * 1, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
MATCH (a:Party)-[r:CLASHED_WITH|ATTACKED]->(b:Party)
WHERE NOT b:Location AND r.claims > 0
WITH CASE WHEN a.id < b.id THEN a ELSE b END AS one, CASE WHEN a.id < b.id THEN b ELSE a END AS other, r,
//> include claims-of-tie
AS told
WITH one, other, collect(DISTINCT type(r)) AS fights, sum(r.claims) AS claims, collect(r.contested) AS marks, reduce(all = [], part IN collect(told) | all + part) AS told
CALL (one, other) {
  MATCH (one)-[r:ALLIED_WITH]-(other) WHERE r.claims > 0
  RETURN true AS direct, null AS common,
//> include claims-of-tie
  AS bond
  UNION
  MATCH (one)-[first:ALLIED_WITH]-(third:Actor)-[second:ALLIED_WITH]-(other)
  WHERE $given.commonAlly AND first.claims > 0 AND second.claims > 0
  RETURN false AS direct, third.name AS common,
    COLLECT {
      UNWIND [first.id, second.id] AS id
      CALL (id) { MATCH (c:Claim {tieId: id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL RETURN c ORDER BY c.tieId, c.sortKey LIMIT 2 }
      RETURN c
    } AS bond
}
WITH one, other, fights, claims, marks, told, direct, common, bond ORDER BY common
WITH one, other, fights, claims, marks, told, collect(direct) AS directs, collect(DISTINCT common) AS commonAllies, reduce(all = [], part IN collect(bond) | all + part) AS bonds
WITH *, told + bonds AS cited ORDER BY one.sortKey, other.sortKey
RETURN one.id + ' ' + other.id AS key, one.name AS one, other.name AS other, fights, true IN directs AS direct, commonAllies, claims, true IN marks AS contested,
  [c IN cited | c.id] AS cited
