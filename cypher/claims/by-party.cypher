// Claims whose subject or object is one party.
//> include filter-sets
CALL () {
  MATCH (:Name {folded: $given.anchor})-[:NAMES]->(p:Party)
  RETURN collect(DISTINCT p.id) AS ids
}
CALL (places, side, ids) {
  CALL (places, side, ids) {
    UNWIND ids AS id
    CALL (places, side, id) {
      MATCH (c:Claim {subjectId: id}) WHERE c.sortKey /*after*/ > $given.cursor AND
//> include claim-matches
      RETURN c ORDER BY c.subjectId /*order*/ ASC, c.sortKey /*order*/ ASC LIMIT $given.limit
    }
    RETURN c
    UNION
    UNWIND ids AS id
    CALL (places, side, id) {
      MATCH (c:Claim {objectId: id}) WHERE c.sortKey /*after*/ > $given.cursor AND
//> include claim-matches
      RETURN c ORDER BY c.objectId /*order*/ ASC, c.sortKey /*order*/ ASC LIMIT $given.limit
    }
    RETURN c
  }
  WITH c ORDER BY c.sortKey /*order*/ ASC LIMIT $given.limit
  RETURN collect(c) AS page
}
CALL (places, side, ids) {
  CALL (places, side, ids) {
    UNWIND CASE WHEN $given.count THEN [true] ELSE [] END AS counted
    UNWIND ids AS id
    MATCH (c:Claim {subjectId: id}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
    RETURN c
    UNION
    UNWIND CASE WHEN $given.count THEN [true] ELSE [] END AS counted
    UNWIND ids AS id
    MATCH (c:Claim {objectId: id}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
    RETURN c
  }
  RETURN count(c) AS total
}
WITH page AS claims, total
//> include bundle
//> include named
