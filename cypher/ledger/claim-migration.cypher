// Takes a version for this process, unless it is done or another process took it a short while ago.
// The first SET is there for its lock: what follows is read under it.
MERGE (m:Migration {version: $given.version})
ON CREATE SET m.name = $given.name, m.checksum = $given.checksum, m.claimedAt = 0
SET m.askedAt = $given.now
WITH m, m.doneAt IS NULL AND m.claimedAt < $given.expired AS mine
FOREACH (_ IN CASE WHEN mine THEN [1] ELSE [] END | SET m.claimedAt = $given.now)
RETURN m.checksum AS checksum, m.doneAt IS NOT NULL AS done, mine
