// title: Command changes
// purpose: Groups whose command is said to have changed or is disputed. More than one head, somebody who commanded once, or claims recorded or ended since the last report.
// parameters:
//   since: { type: instant, default: last-run, about: "Claims recorded or ended after this count as a change. With no report before, all do." }
//   group: { type: name, kinds: [Actor], about: Only this group. }
// columns:
//   group: The group.
//   commander: Who is said to command it.
//   standing: Where in the group the claims put them.
//   roles: Roles and ranks as stated.
//   former: Whether every claim says that this is over.
//   claims: Live claims that say so; 0 where none stands any more.
//   heads: How many persons are said to head the group now.
//   recorded: Claims recorded since the last report.
//   ended: Claims ended since the last report.
//   contested: Whether one of the claims has a rival.
//   firstDay: No claim can mean an earlier day; empty if one of them leaves that open.
//   lastDay: No claim can mean a later day; empty if one of them leaves that open.
// schedule: { cron: 15 6 * * 1, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
// compare: false
MATCH (c:Claim {type: 'COMMANDED_BY'}) WHERE c.sortKey IS NOT NULL AND ($given.group IS NULL OR c.subjectId = $given.group) AND (c.endedAt IS NULL OR c.endedAt > $given.since)
WITH c.subjectId AS groupId, collect(c) AS all
WITH groupId, all, COUNT { UNWIND all AS c WITH c WHERE c.endedAt IS NULL AND c.standing = 'head' AND NOT c.former RETURN DISTINCT c.objectId } AS heads
WHERE heads > 1 OR any(c IN all WHERE c.former OR c.endedAt IS NOT NULL OR c.recordedAt > $given.since)
UNWIND all AS c
WITH groupId, heads, c.objectId AS commanderId, collect(c) AS told
MATCH (group:Party {id: groupId})
MATCH (commander:Party {id: commanderId})
WITH group, commander, heads, told, [c IN told WHERE c.endedAt IS NULL] AS live, told[..25] AS cited
CALL (live) {
  UNWIND live AS c
  RETURN
//> include bounds-of-claims
}
WITH * ORDER BY group.sortKey, commander.sortKey
RETURN group.id + ' ' + commander.id AS key, group.name AS group, commander.name AS commander,
  COLLECT { UNWIND live AS c WITH c WHERE c.standing IS NOT NULL RETURN DISTINCT c.standing AS text ORDER BY text } AS standing,
  COLLECT { UNWIND told AS c UNWIND [c.role, c.rank] AS text WITH text WHERE text IS NOT NULL RETURN DISTINCT text ORDER BY text } AS roles,
  size(live) > 0 AND all(c IN live WHERE c.former) AS former, size(live) AS claims, heads,
  size([c IN told WHERE c.recordedAt > $given.since]) AS recorded, size([c IN told WHERE c.endedAt > $given.since]) AS ended,
  any(c IN live WHERE EXISTS { MATCH (c)-[:RIVALS]-(other:Claim) WHERE other.endedAt IS NULL }) AS contested,
  firstDay, lastDay,
  [c IN cited | c.id] AS cited
