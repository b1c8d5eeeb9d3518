// Names by any spelling, then titles and summaries. An exact name outranks a near one, and a name outranks a mention.
CALL () {
  MATCH (n:Name {folded: $given.folded})-[:NAMES]->(hit:Party)
  RETURN hit, 1000.0 AS score, n.text AS matched
  UNION ALL
  CALL db.index.fulltext.queryNodes('names_text', $given.nameQuery, {limit: 100}) YIELD node, score
  MATCH (node)-[:NAMES]->(hit:Party) WHERE NOT node.folded STARTS WITH '#'
  RETURN hit, 100.0 + score AS score, node.text AS matched
  UNION ALL
  CALL db.index.fulltext.queryNodes('passages_text', $given.textQuery, {limit: 100}) YIELD node, score
  WHERE node.endedAt IS NULL
  RETURN node AS hit, score, coalesce(node.title, node.summary) AS matched
}
WITH hit, score, matched, head([label IN labels(hit) WHERE label IN ['Actor', 'Commander', 'Location', 'Article', 'Incident', 'Claim']]) AS label
WHERE $given.kinds IS NULL OR label IN $given.kinds
WITH hit, label, score, matched ORDER BY score DESC
WITH hit, label, max(score) AS score, head(collect(matched)) AS matched
ORDER BY score DESC, coalesce(hit.sortKey, hit.id)
WITH collect([hit.id, label, score, matched]) AS answers
RETURN size(answers) AS total, answers[$given.skip..($given.skip + $given.limit)] AS items
