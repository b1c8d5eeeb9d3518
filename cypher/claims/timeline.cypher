// A party's claims by time: dated ones first, in order; then those whose date is unknown.
//> include filter-sets
CALL (places, side) {
  MATCH (:Name {folded: $given.party})-[:NAMES]->(p:Party)
  MATCH (p)<-[:SUBJECT|OBJECT]-(c:Claim) WHERE
//> include claim-matches
  RETURN c, coalesce(c.earliest, c.latest, '9999') + ' ' + c.sortKey AS at
}
WITH c, at ORDER BY at /*order*/ ASC
WITH collect(c) AS answers, collect(at) AS ats
WITH [i IN range(0, size(answers) - 1) WHERE ats[i] /*after*/ > $given.cursor | answers[i]][..$given.limit] AS claims, size(answers) AS total
//> include bundle
//> include named
