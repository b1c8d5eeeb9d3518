// An alliance obeys the period and what was known when; the other filters narrow the fights.
CASE
  WHEN $given.b.none THEN r.claims > 0
  ELSE EXISTS {
    MATCH (c:Claim {tieId: r.id}) WHERE c.sortKey IS NOT NULL AND
    CASE WHEN $given.b.asKnownOn IS NULL THEN c.status = 'live'
      ELSE c.recordedAt <= $given.b.asKnownOn AND (c.endedAt IS NULL OR c.endedAt > $given.b.asKnownOn) END
    AND CASE WHEN $given.b.from IS NULL THEN true ELSE coalesce(c.latest >= $given.b.from, true) END
    AND CASE WHEN $given.b.to IS NULL THEN true ELSE coalesce(c.earliest <= $given.b.to, true) END
    AND CASE WHEN $given.b.publishedBy IS NULL THEN true ELSE c.publishedLatest <= $given.b.publishedBy END
  }
END
