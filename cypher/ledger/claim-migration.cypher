// Takes a version for this process, unless it is done or another process took it a short while ago.
// The first SET is there for its lock: what follows is read under it.
MERGE (m:Migration {version: $version})
ON CREATE SET m.name = $name, m.checksum = $checksum, m.claimedAt = 0
SET m.askedAt = $now
WITH m, m.doneAt IS NULL AND m.claimedAt < $expired AS mine
FOREACH (_ IN CASE WHEN mine THEN [1] ELSE [] END | SET m.claimedAt = $now)
RETURN m.checksum AS checksum, m.doneAt IS NOT NULL AS done, mine
