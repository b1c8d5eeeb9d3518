// How many claims an export will hold, and when the first claim of the whole graph was recorded.
//> include filter-sets
CALL (places, side) {
  MATCH (c:Claim) WHERE
//> include claim-matches
  RETURN count(c) AS claims
}
CALL () {
  MATCH (first:Claim)
  RETURN min(first.recordedAt) AS firstRecordedAt
}
RETURN claims, firstRecordedAt
