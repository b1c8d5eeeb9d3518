// The incidents that claims of an article, or claims at or within a place, tell of.
//> include filter-sets
CALL () {
  MATCH (:Name {folded: $given.place})-[:NAMES]->(:Location)<-[:WITHIN*0..8]-(here:Location)
  RETURN collect(DISTINCT here.id) AS heres
}
CALL (places, side, heres) {
  MATCH (c:Claim {articleId: $given.article}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  RETURN c
  UNION
  UNWIND heres AS here
  MATCH (c:Claim {placeId: here}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  RETURN c
}
MATCH (c)-[:TELLS_OF]->(i:Incident)
WITH DISTINCT i ORDER BY i.sortKey /*order*/ ASC
WITH collect([i.sortKey,
//> include incident-columns
]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
