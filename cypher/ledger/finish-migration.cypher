MATCH (m:Migration {version: $version})
SET m.doneAt = $now
