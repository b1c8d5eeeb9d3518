// That two claims are rivals may have been marked later than both were recorded.
CASE WHEN $given.f.asKnownOn IS NULL THEN true ELSE rival.recordedAt <= $given.f.asKnownOn END
