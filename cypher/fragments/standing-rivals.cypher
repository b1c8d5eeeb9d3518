// Both stand, or stood on the day asked for; that they are rivals may have been marked later than both were recorded.
CASE WHEN $given.f.asKnownOn IS NULL THEN claim.endedAt IS NULL AND c.endedAt IS NULL
  ELSE rival.recordedAt <= $given.f.asKnownOn AND c.recordedAt <= $given.f.asKnownOn AND (c.endedAt IS NULL OR c.endedAt > $given.f.asKnownOn) AND (claim.endedAt IS NULL OR claim.endedAt > $given.f.asKnownOn) END
