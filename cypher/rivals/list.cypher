// Pairs of claims that cannot easily both hold.
//> include filter-sets
CALL (places, side) {
  MATCH (c:Claim)-[rival:RIVALS]->(d:Claim)
  WHERE ($given.tie IS NULL OR c.tieId = $given.tie OR d.tieId = $given.tie) AND ($given.party IS NULL OR EXISTS { (:Name {folded: $given.party})-[:NAMES]->(n) WHERE n.id IN [c.subjectId, c.objectId, d.subjectId, d.objectId] }) AND
//> include known-rivals
  AND
//> include claim-matches
  WITH c AS one, d AS c, rival, places, side
  WHERE
//> include claim-matches
  RETURN one, c AS other, rival
}
WITH one, other, rival, one.sortKey + ' ' + other.sortKey + ' ' + rival.rule AS key ORDER BY key /*order*/ ASC
WITH collect([key, one.id, other.id, rival.rule, rival.reason]) AS answers, collect(one) AS ones, collect(other) AS others
WITH [i IN range(0, size(answers) - 1) WHERE answers[i][0] /*after*/ > $given.cursor | i][..$given.limit] AS page, answers, ones, others
WITH [i IN page | answers[i]] AS items, reduce(list = [], i IN page | list + [ones[i], others[i]]) AS claims, size(answers) AS total
WITH claims, [items, total] AS total
//> include bundle
//> include named
