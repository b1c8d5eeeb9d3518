// title: Contested places
// purpose: Places that were fought over or are said to be held by more than one; who fought there, who is said to hold them, and who left.
// parameters:
//   within: { type: name, kinds: [Location], about: Only places within this one. }
// columns:
//   place: The place.
//   kind: What kind of place it is.
//   larger: What it lies in.
//   fights: Incidents of fighting there; a claim that belongs to none counts as one.
//   fighters: Who fought or was attacked there.
//   holders: Who is said to hold it, now or once.
//   left: Who is said to have left it.
//   claims: Live claims of all this.
//   contested: Whether two are said to hold it at one time.
// schedule: { cron: 20 6 * * 1, timeZone: UTC }
// formats: [html, md, csv, json, xlsx, pdf]
MATCH (place:Location) WHERE $given.within IS NULL OR EXISTS { MATCH (place)-[:WITHIN*0..8]->(larger:Location) WHERE larger.id = $given.within }
CALL (place) {
  CALL (place) {
    MATCH (c:Claim {placeId: place.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL AND c.type IN ['CLASHED_WITH', 'ATTACKED']
    RETURN c
    UNION
    MATCH (c:Claim {objectId: place.id}) WHERE c.sortKey IS NOT NULL AND c.endedAt IS NULL AND c.type IN ['ATTACKED', 'CONTROLS', 'WITHDREW_FROM']
    RETURN c
  }
  WITH c ORDER BY c.sortKey
  RETURN collect(c) AS told
}
WITH place, told, [c IN told WHERE c.type IN ['CLASHED_WITH', 'ATTACKED']] AS fought, [c IN told WHERE c.type = 'CONTROLS'] AS held, [c IN told WHERE c.type = 'WITHDREW_FROM'] AS gone
WHERE size(fought) > 0 OR COUNT { UNWIND held AS c RETURN DISTINCT c.subjectId } > 1
// Whoever is said to hold the place or to have left it is cited, however much was fought there.
WITH *, fought[..25] + COLLECT { UNWIND held + gone AS c WITH c.type AS type, c.subjectId AS who, collect(c) AS all UNWIND all[..8] AS c RETURN c } AS cited,
  COUNT { UNWIND fought AS c RETURN DISTINCT coalesce(c.incidentId, c.id) } AS fights
ORDER BY fights DESC, place.sortKey
RETURN place.id AS key, place.name AS place, place.kind AS kind, head(COLLECT { MATCH (place)-[:WITHIN]->(larger:Location) RETURN larger.name }) AS larger, fights,
  COLLECT { UNWIND fought AS c UNWIND [c.subjectId, c.objectId] AS id MATCH (p:Party {id: id}) WHERE p <> place RETURN DISTINCT p.name AS name ORDER BY name } AS fighters,
  COLLECT { UNWIND held AS c MATCH (p:Party {id: c.subjectId}) RETURN DISTINCT p.name AS name ORDER BY name } AS holders,
  COLLECT { UNWIND gone AS c MATCH (p:Party {id: c.subjectId}) RETURN DISTINCT p.name AS name ORDER BY name } AS left,
  size(told) AS claims, any(c IN held WHERE EXISTS { MATCH (c)-[:RIVALS]-(other:Claim) WHERE other.endedAt IS NULL }) AS contested,
  [c IN cited | c.id] AS cited
