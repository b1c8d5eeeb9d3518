// Who fought whom a patron backs. Each opponent comes with each fight, and each fight with the chain of backing from the party fought to the patron.
MATCH (:Name {folded: $given.patron})-[:NAMES]->(patron:Actor)
//> include filter-sets
CALL (patron) {
  MATCH path = ANY SHORTEST (patron)(()<-[r:BACKED_BY|PART_OF|WAS_TIED]-() WHERE
//> include backing-matches
  ){1,6}(proxy:Actor)
  WHERE proxy <> patron AND length(path) <= $given.maxDepth
  RETURN proxy, [r IN relationships(path) |
//> include tie-columns
  ] AS chain
  UNION
  WITH * WHERE $given.includePatron
  RETURN patron AS proxy, [] AS chain
}
CALL (proxy, places, side) {
  MATCH (proxy)-[r:CLASHED_WITH|ATTACKED|WAS_TIED]-(opponent:Party)
  WHERE NOT opponent:Location AND r.type IN $given.types AND
//> include tie-matches
  RETURN opponent,
//> include tie-columns
  AS fight
}
WITH opponent, proxy, chain, fight ORDER BY size(chain), proxy.sortKey, fight[0]
WITH opponent, collect([proxy.id, fight, chain]) AS fights ORDER BY opponent.sortKey /*order*/ ASC
WITH collect([opponent.sortKey, opponent.id, fights]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
