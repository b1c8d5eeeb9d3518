// The places within a place, at any depth.
MATCH (:Name {folded: $given.place})-[:NAMES]->(:Location)<-[:WITHIN*1..8]-(p:Location)
WITH DISTINCT p ORDER BY p.sortKey /*order*/ ASC
WITH collect([p.sortKey, p.id]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
