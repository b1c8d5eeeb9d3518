// title: Rival accounts
// purpose: Which claims cannot easily both hold, side by side, each with its article and paragraph. Both are kept; nothing here decides between them.
// parameters:
//   party: { type: name, about: Only accounts about this party. }
// columns:
//   about: The party in dispute.
//   rule: Why the two are rivals.
//   oneAccount: What one article says, in our words.
//   otherAccount: What the other says, in our words.
//   reasons: Curators' reasons, where they marked them.
//   sameArticle: Whether one article says both.
// schedule: { cron: 5 6 * * 1, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
MATCH (one:Claim)-[rival:RIVALS]-(other:Claim)
WHERE one.articleId + ' ' + one.key < other.articleId + ' ' + other.key AND one.endedAt IS NULL AND other.endedAt IS NULL AND ($given.party IS NULL OR $given.party IN [one.subjectId, one.objectId, other.subjectId, other.objectId])
// Told apart by article and key, which a corrected paragraph leaves alone; marked from both sides it is one pair.
MATCH (about:Party {id: CASE WHEN one.subjectId IN [other.subjectId, other.objectId] THEN one.subjectId ELSE one.objectId END})
WITH one, other, about, rival ORDER BY rival.reason
WITH one, other, about, rival.rule AS rule, collect(DISTINCT rival.reason) AS reasons, [one, other] AS cited ORDER BY about.sortKey, one.sortKey, other.sortKey, rule
RETURN one.articleId + ' ' + one.key + ' ' + other.articleId + ' ' + other.key + ' ' + rule AS key, about.name AS about, replace(rule, '_', ' ') AS rule, one.summary AS oneAccount, other.summary AS otherAccount, reasons,
  one.articleId = other.articleId AS sameArticle,
  [c IN cited | c.id] AS cited
