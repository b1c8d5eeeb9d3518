c.endedAt IS NULL
