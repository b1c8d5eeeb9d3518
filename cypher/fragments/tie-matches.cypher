// With no filter on claims the counts on the tie answer; otherwise its claims are looked up by their index.
// A CASE, not an OR: the planner would multiply the OR out, and take a second over it.
CASE
  WHEN $given.f.none THEN r.claims > 0 AND r.origins >= $given.f.minOrigins
  WHEN $given.f.minOrigins <= 1 THEN EXISTS {
    MATCH (c:Claim {tieId: r.id}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  }
  ELSE COUNT {
    MATCH (c:Claim {tieId: r.id}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
    RETURN DISTINCT c.rootOrigin
  } >= $given.f.minOrigins
END
