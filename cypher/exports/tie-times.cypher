// When what is claimed of each tie was first recorded and last changed, in the order of ties: a claim recorded or ended, a rival marked or ended.
MATCH (c:Claim) USING INDEX c:Claim(tieId, sortKey) WHERE c.tieId > '' AND c.sortKey IS NOT NULL AND ($given.asKnownOn IS NULL OR c.recordedAt <= $given.asKnownOn)
WITH c, CASE WHEN $given.asKnownOn IS NULL OR c.endedAt <= $given.asKnownOn THEN c.endedAt END AS endedAt,
  COLLECT { MATCH (c)-[rival:RIVALS]-(other:Claim) UNWIND [rival.recordedAt, other.endedAt] AS instant WITH instant WHERE $given.asKnownOn IS NULL OR instant <= $given.asKnownOn RETURN instant } AS rivals
WITH c.tieId AS id, c.recordedAt AS recordedAt, endedAt, reduce(last = c.recordedAt, instant IN [endedAt] + rivals | CASE WHEN instant > last THEN instant ELSE last END) AS changedAt
WITH id, min(recordedAt) AS firstRecordedAt, max(changedAt) AS changedAt, count(CASE WHEN endedAt IS NULL THEN 1 END) = 0 AS ended ORDER BY id
RETURN id, firstRecordedAt, changedAt, ended
ORDER BY id
