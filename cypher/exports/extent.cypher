// How many claims an export will hold, and when the first of them was recorded.
//> include filter-sets
CALL (places, side) {
  MATCH (c:Claim) WHERE
//> include claim-matches
  RETURN count(c) AS claims, min(c.recordedAt) AS firstRecordedAt
}
RETURN claims, firstRecordedAt
