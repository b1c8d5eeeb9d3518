// What the store holds of these articles: their hashes.
UNWIND $given.ids AS id
MATCH (article:Article {id: id})
RETURN id, article.hash AS hash
