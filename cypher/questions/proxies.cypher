// Everything that reaches a patron through BACKED_BY and PART_OF, each with one shortest chain.
MATCH (:Name {folded: $given.party})-[:NAMES]->(start:Actor)
MATCH path = ANY SHORTEST (start)(()<-[r:BACKED_BY|PART_OF|WAS_TIED]-() WHERE
//> include backing-matches
){1,6}(other:Actor)
WHERE other <> start AND length(path) <= $given.maxDepth
WITH other, [r IN relationships(path) |
//> include tie-columns
] AS chain ORDER BY other.sortKey /*order*/ ASC
WITH collect([other.sortKey, other.id, chain]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
