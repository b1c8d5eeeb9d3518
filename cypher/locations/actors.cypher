// Who is told of at a place or within it: parties of claims that happened there or say who was or ruled there.
//> include filter-sets
CALL () {
  MATCH (:Name {folded: $given.place})-[:NAMES]->(:Location)<-[:WITHIN*0..8]-(here:Location)
  RETURN collect(DISTINCT here.id) AS heres
}
CALL (places, side, heres) {
  UNWIND heres AS here
  MATCH (c:Claim {placeId: here}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  RETURN c
  UNION
  UNWIND heres AS here
  MATCH (c:Claim {objectId: here}) WHERE c.sortKey IS NOT NULL AND
//> include claim-matches
  RETURN c
}
UNWIND [c.subjectId, c.objectId] AS id
WITH id, collect(DISTINCT c.tieId) AS tieIds
MATCH (p:Party {id: id}) WHERE NOT p:Location
WITH p, tieIds ORDER BY p.sortKey /*order*/ ASC
WITH collect([p.sortKey, p.id, [id IN tieIds |
//> include tie-of-claims
]]) AS answers
RETURN size(answers) AS total, [item IN answers WHERE item[0] /*after*/ > $given.cursor][..$given.limit] AS items
//> include named
