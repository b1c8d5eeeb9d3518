CASE WHEN $f.asKnownOn IS NULL THEN c.status IN $f.statuses
  ELSE c.recordedAt <= $f.asKnownOn AND (c.endedAt IS NULL OR c.endedAt > $f.asKnownOn) END
