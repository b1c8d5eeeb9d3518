// An alliance obeys the period and what was known when; the other filters narrow the fights.
CASE
  WHEN $b.none THEN r.claims > 0
  ELSE EXISTS {
    MATCH (c:Claim {tieId: r.id}) WHERE
    CASE WHEN $b.asKnownOn IS NULL THEN c.status = 'live'
      ELSE c.recordedAt <= $b.asKnownOn AND (c.endedAt IS NULL OR c.endedAt > $b.asKnownOn) END
    AND CASE WHEN $b.from IS NULL THEN true ELSE coalesce(c.latest >= $b.from, true) END
    AND CASE WHEN $b.to IS NULL THEN true ELSE coalesce(c.earliest <= $b.to, true) END
    AND CASE WHEN $b.publishedBy IS NULL THEN true ELSE c.publishedLatest <= $b.publishedBy END
  }
END
