// With no filter on claims the counts on the tie answer; otherwise its claims are looked up by their index.
(($f.none AND r.claims > 0 AND r.origins >= $f.minOrigins)
OR (NOT $f.none AND $f.minOrigins <= 1 AND EXISTS {
  MATCH (c:Claim {tieId: r.id}) WHERE
//> include claim-matches
})
OR (NOT $f.none AND $f.minOrigins > 1 AND COUNT {
  MATCH (c:Claim {tieId: r.id}) WHERE
//> include claim-matches
  RETURN DISTINCT c.rootOrigin
} >= $f.minOrigins))
