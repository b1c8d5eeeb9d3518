// Pairs said to be on one side who also fought: allied with each other, or each with a common third. Starting from the fights keeps it short.
//> include filter-sets
CALL (places, side) {
  MATCH (a:Party)-[r:CLASHED_WITH|ATTACKED|WAS_TIED]->(b:Party)
  WHERE r.type IN ['CLASHED_WITH', 'ATTACKED'] AND NOT b:Location AND ($given.party IS NULL OR EXISTS { (:Name {folded: $given.party})-[:NAMES]->(n) WHERE n = a OR n = b }) AND
//> include tie-matches
  WITH CASE WHEN a.id < b.id THEN a ELSE b END AS one, CASE WHEN a.id < b.id THEN b ELSE a END AS other,
//> include tie-columns
  AS fight
  RETURN one, other, collect(fight) AS fights
}
CALL (one, other) {
  MATCH (one)-[r:ALLIED_WITH|WAS_TIED]-(other)
  WHERE r.type = 'ALLIED_WITH' AND
//> include alliance-matches
  RETURN 'DIRECT' AS bond, [
//> include tie-columns
  ] AS alliance, null AS commonAlly
  UNION
  MATCH (one)-[r1:ALLIED_WITH]-(common:Actor)-[r2:ALLIED_WITH]-(other)
  WHERE $given.commonAlly
  WITH common, [r1, r2] AS links WHERE all(r IN links WHERE
//> include alliance-matches
  )
  RETURN 'COMMON_ALLY' AS bond, [r IN links |
//> include tie-columns
  ] AS alliance, common.id AS commonAlly
}
WITH one, other, fights, bond, alliance, commonAlly ORDER BY bond DESC, commonAlly
WITH one, other, fights, collect([bond, alliance, commonAlly]) AS bonds, one.sortKey + ' ' + other.sortKey AS key ORDER BY key /*order*/ ASC
WITH collect([key, one.id, other.id, fights, bonds]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
