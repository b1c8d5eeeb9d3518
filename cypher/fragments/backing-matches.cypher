// A link of a chain obeys the period and what was known when; place, article and stance narrow the tie that was asked about, not the chain.
r.type IN ['BACKED_BY', 'PART_OF'] AND (($b.none AND r.claims > 0)
OR (NOT $b.none AND EXISTS {
  MATCH (c:Claim {tieId: r.id}) WHERE
  CASE WHEN $b.asKnownOn IS NULL THEN c.status = 'live'
    ELSE c.recordedAt <= $b.asKnownOn AND (c.endedAt IS NULL OR c.endedAt > $b.asKnownOn) END
  AND ($b.from IS NULL OR c.latest IS NULL OR c.latest >= $b.from)
  AND ($b.to IS NULL OR c.earliest IS NULL OR c.earliest <= $b.to)
  AND ($b.publishedBy IS NULL OR c.publishedLatest <= $b.publishedBy)
}))
