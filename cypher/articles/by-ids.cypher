// Articles by id, as columns.
UNWIND $given.ids AS id
MATCH (a:Article {id: id})-[:PUBLISHED_BY]->(publisher:Origin)
RETURN collect(
//> include article-columns
) AS articleRows
