// Who fought the sides of both of two patrons: the patrons themselves or whoever reaches them.
CALL () {
  MATCH (:Name {folded: $given.patronA})-[:NAMES]->(patron:Actor) RETURN patron, 0 AS which
  UNION
  MATCH (:Name {folded: $given.patronB})-[:NAMES]->(patron:Actor) RETURN patron, 1 AS which
}
//> include filter-sets
CALL (patron) {
  MATCH path = ANY SHORTEST (patron)(()<-[r:BACKED_BY|PART_OF|WAS_TIED]-() WHERE
//> include backing-matches
  ){1,6}(member:Actor)
  WHERE member <> patron AND length(path) <= $given.maxDepth
  RETURN member, [r IN relationships(path) |
//> include tie-columns
  ] AS chain
  UNION
  RETURN patron AS member, [] AS chain
}
CALL (member, places, side) {
  MATCH (member)-[r:CLASHED_WITH|ATTACKED|WAS_TIED]-(opponent:Party)
  WHERE NOT opponent:Location AND r.type IN ['CLASHED_WITH', 'ATTACKED'] AND
//> include tie-matches
  RETURN opponent,
//> include tie-columns
  AS fight
}
WITH opponent, which, member, chain, fight ORDER BY size(chain), member.sortKey, fight[0]
WITH opponent, collect(CASE WHEN which = 0 THEN [member.id, fight, chain] END) AS fightsA, collect(CASE WHEN which = 1 THEN [member.id, fight, chain] END) AS fightsB
WHERE size(fightsA) > 0 AND size(fightsB) > 0
WITH opponent, fightsA, fightsB ORDER BY opponent.sortKey /*order*/ ASC
WITH collect([opponent.sortKey, opponent.id, fightsA, fightsB]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
