// Incidents in the order of their titles.
CALL () {
  MATCH (i:Incident) WHERE i.sortKey /*after*/ > $given.cursor
  RETURN i ORDER BY i.sortKey /*order*/ ASC LIMIT $given.limit
}
RETURN collect([i.sortKey, [i.id, i.title, i.edtf, i.earliest, i.latest, i.note, i.placeId]]) AS items, COUNT { MATCH (:Incident) } AS total
