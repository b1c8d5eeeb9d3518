// Offers incidents of other sources that may be one with these: their days may meet, their places are near, and two parties of one (or all that are told of) are parties of the other. Nothing is merged.
UNWIND $given.incidents AS id
MATCH (one:Incident {id: id})
CALL (one) { MATCH (one)-[old:POSSIBLY_SAME]-() DELETE old }
CALL (one) {
  UNWIND $given.otherSources AS source
  MATCH (other:Incident {source: source}) WHERE other.from >= one.reach AND other.from <= one.to AND other.to >= one.from
  RETURN other
}
MATCH (one)-[:AT]->(here:Location)
MATCH (other)-[:AT]->(there:Location)
WITH one, other, here, there, point.distance(here.point, there.point) / 1000 AS kilometres
WHERE here = there OR kilometres <= $given.kilometres OR EXISTS { (here)-[:WITHIN*1..2]->(there) } OR EXISTS { (there)-[:WITHIN*1..2]->(here) }
WITH one, other, here, there, kilometres,
  COLLECT {
    MATCH (c:Claim {incidentId: one.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL
    UNWIND [c.subjectId, c.objectId] AS party
    WITH DISTINCT party MATCH (p:Party {id: party}) WHERE NOT p:Location RETURN p
  } AS mine,
  COLLECT {
    MATCH (c:Claim {incidentId: other.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL
    UNWIND [c.subjectId, c.objectId] AS party
    WITH DISTINCT party MATCH (p:Party {id: party}) WHERE NOT p:Location RETURN p
  } AS theirs
WITH *, [p IN mine WHERE p IN theirs | p.name] AS shared
WHERE size(shared) > 0 AND (size(shared) > 1 OR size(mine) = 1 OR size(theirs) = 1)
MERGE (one)-[match:POSSIBLY_SAME]-(other)
SET match.openStart = one.openStart OR other.openStart, match.samePlace = here = there, match.kilometres = CASE WHEN kilometres <= $given.kilometres THEN round(kilometres, 1) END,
  match.places = CASE WHEN here.name < there.name THEN [here.name, there.name] ELSE [there.name, here.name] END,
  match.parties = COLLECT { UNWIND shared AS name RETURN name ORDER BY name }
