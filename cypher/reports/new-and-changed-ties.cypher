// title: New and changed ties
// purpose: Which ties between parties were recorded, gained or lost claims, or ended since the last report, and on which passages.
// parameters:
//   since: { type: instant, default: last-run, about: "What the record already held then is not new. With no report before, everything is." }
// columns:
//   source: From whom the tie runs.
//   tie: What is claimed.
//   target: To whom it runs.
//   isNew: Whether nothing stood behind the tie before.
//   isGone: Whether nothing stands behind it now.
//   before: Live claims behind it then.
//   now: Live claims behind it now.
//   added: Claims recorded since, new versions included.
//   superseded: Claims replaced since by a new version.
//   retracted: Claims taken back since.
//   contested: Whether one of its live claims has a rival.
// schedule: { cron: 0 6 * * 1, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
// compare: false
MATCH (c:Claim) WHERE c.recordedAt > $given.since OR c.endedAt > $given.since
WITH c.tieId AS tieId, collect(c) AS moved
MATCH (source:Party {id: split(tieId, ' ')[0]})
MATCH (target:Party {id: split(tieId, ' ')[2]})
WITH tieId, moved, source, target,
  COUNT { MATCH (d:Claim {tieId: tieId}) WHERE d.sortKey IS NOT NULL AND d.recordedAt <= $given.since AND (d.endedAt IS NULL OR d.endedAt > $given.since) } AS before,
  COUNT { MATCH (d:Claim {tieId: tieId}) WHERE d.sortKey IS NOT NULL AND d.endedAt IS NULL } AS now,
  moved[..25] AS cited
ORDER BY source.sortKey, target.sortKey, tieId
RETURN tieId AS key, source.name AS source, split(tieId, ' ')[1] AS tie, target.name AS target, before = 0 AND now > 0 AS isNew, now = 0 AS isGone, before, now,
  size([c IN moved WHERE c.recordedAt > $given.since]) AS added,
  size([c IN moved WHERE c.endedAt > $given.since AND c.status = 'superseded']) AS superseded,
  size([c IN moved WHERE c.endedAt > $given.since AND c.status = 'retracted']) AS retracted,
  EXISTS { MATCH (d:Claim {tieId: tieId})-[:RIVALS]-(other:Claim) WHERE d.sortKey IS NOT NULL AND d.endedAt IS NULL AND other.endedAt IS NULL } AS contested,
  [c IN cited | c.id] AS cited
