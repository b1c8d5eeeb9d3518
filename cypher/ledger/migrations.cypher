// What has been applied to this graph.
MATCH (m:Migration) WHERE m.doneAt IS NOT NULL
RETURN m.version AS version, m.name AS name, m.checksum AS checksum, m.doneAt AS doneAt
ORDER BY version
