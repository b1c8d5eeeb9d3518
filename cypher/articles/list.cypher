// Articles in the order of their titles.
CALL () {
  MATCH (a:Article) WHERE a.sortKey /*after*/ > $given.cursor
  RETURN a ORDER BY a.sortKey /*order*/ ASC LIMIT $given.limit
}
MATCH (a)-[:PUBLISHED_BY]->(publisher:Origin)
WITH a, publisher ORDER BY a.sortKey /*order*/ ASC
WITH collect([a.sortKey,
//> include article-columns
]) AS items
RETURN items, COUNT { MATCH (:Article) } AS total
