// title: Rival accounts
// purpose: Which claims cannot easily both hold, side by side, each with its article and paragraph. Both are kept; nothing here decides between them.
// parameters:
//   party: { type: name, about: Only accounts about this party. }
// columns:
//   about: The party in dispute.
//   rule: Why the two are rivals.
//   oneAccount: What one article says, in our words.
//   otherAccount: What the other says, in our words.
//   reason: A curator's reason, where one marked them.
//   sameArticle: Whether one article says both.
// schedule: { cron: 5 6 * * 1, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
MATCH (one:Claim)-[rival:RIVALS]->(other:Claim)
WHERE one.endedAt IS NULL AND other.endedAt IS NULL AND ($given.party IS NULL OR $given.party IN [one.subjectId, one.objectId, other.subjectId, other.objectId])
MATCH (about:Party {id: CASE WHEN one.subjectId IN [other.subjectId, other.objectId] THEN one.subjectId ELSE one.objectId END})
WITH one, other, rival, about, [one, other] AS cited ORDER BY about.sortKey, one.sortKey, other.sortKey
RETURN one.sortKey + ' ' + other.sortKey + ' ' + rival.rule AS key, about.name AS about, rival.rule AS rule, one.summary AS oneAccount, other.summary AS otherAccount, rival.reason AS reason,
  one.articleId = other.articleId AS sameArticle,
  [c IN cited | c.id] AS cited
