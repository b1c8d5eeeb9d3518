// The first claims of each tie, where no filter is set (counts come from the tie itself), and the parties that the first answer named.
CALL () {
  UNWIND $given.ties AS tie
  CALL (tie) {
    MATCH (c:Claim {tieId: tie.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL
    RETURN c ORDER BY c.tieId, c.sortKey LIMIT $given.limit
  }
  WITH tie, collect(c) AS found
  UNWIND found[..tie.first] AS c
  RETURN collect(c) AS claims
}
WITH claims, null AS total
//> include bundle
