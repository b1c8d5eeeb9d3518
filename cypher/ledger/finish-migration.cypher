MATCH (m:Migration {version: $given.version})
SET m.doneAt = $given.now
