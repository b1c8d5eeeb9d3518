// title: Article coverage
// purpose: What each article contributes. How many claims, from which of its paragraphs, about whom, in which stance, and what of it no other origin says.
// parameters:
//   publisher: { type: text, about: Only articles of this publisher. }
// columns:
//   article: Its headline.
//   publisher: Who published it.
//   published: When, as stated.
//   paragraphs: How many paragraphs it has.
//   paragraphsCited: How many of these a live claim cites.
//   claims: Live claims.
//   ended: Claims superseded or retracted.
//   parties: Parties that its claims speak of.
//   types: Types of its claims.
//   alleged: Claims that are hedged or an accusation.
//   alone: Ties that no other article tells of.
//   rivals: Claims that another contradicts.
// schedule: { cron: 0 7 1 * *, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
MATCH (a:Article)-[:PUBLISHED_BY]->(publisher:Origin)
WHERE $given.publisher IS NULL OR toLower(publisher.name) = toLower($given.publisher)
CALL (a) {
  MATCH (c:Claim {articleId: a.id}) WHERE c.sortKey IS NOT NULL
  WITH c ORDER BY c.articleId, c.sortKey
  RETURN collect(CASE WHEN c.endedAt IS NULL THEN c END) AS live, collect(CASE WHEN c.endedAt IS NOT NULL THEN c END) AS ended
}
// An article that nothing stands of any more cites what it once said; one that never said anything has nothing to cite.
WITH a, publisher, live, ended WHERE size(live) + size(ended) > 0
WITH a, publisher, live, size(ended) AS ended, CASE WHEN size(live) > 0 THEN live[..25] ELSE ended[..25] END AS cited ORDER BY a.sortKey
RETURN a.id AS key, a.title AS article, publisher.name AS publisher, a.published AS published, size(a.paragraphs) AS paragraphs,
  COUNT { UNWIND live AS c WITH c WHERE c.paragraph IS NOT NULL RETURN DISTINCT c.paragraph } AS paragraphsCited, size(live) AS claims, ended,
  COUNT { UNWIND live AS c UNWIND [c.subjectId, c.objectId] AS id RETURN DISTINCT id } AS parties,
  COLLECT { UNWIND live AS c RETURN DISTINCT c.type AS type ORDER BY type } AS types,
  size([c IN live WHERE c.stance = 'alleged']) AS alleged,
  COUNT { UNWIND live AS c WITH DISTINCT c.tieId AS tieId WHERE NOT EXISTS { MATCH (d:Claim {tieId: tieId}) WHERE d.sortKey IS NOT NULL AND d.endedAt IS NULL AND d.articleId <> a.id } RETURN tieId } AS alone,
  size([c IN live WHERE EXISTS { MATCH (c)-[:RIVALS]-(other:Claim) WHERE other.endedAt IS NULL }]) AS rivals,
  [c IN cited | c.id] AS cited
