// The parties that an article's claims speak of, most spoken of first by name order within the page.
//> include filter-sets
CALL (places, side) {
  MATCH (c:Claim {articleId: $given.article}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  UNWIND [c.subjectId, c.objectId] AS id
  RETURN id, collect(DISTINCT c.tieId) AS tieIds
}
MATCH (p:Party {id: id})
WITH p, tieIds ORDER BY p.sortKey /*order*/ ASC
WITH collect([p.sortKey, p.id, [id IN tieIds |
//> include tie-of-claims
]]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
