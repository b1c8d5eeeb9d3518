// Incidents in the order of their titles.
CALL () {
  MATCH (i:Incident) WHERE i.sortKey /*after*/ > $given.cursor
  RETURN i ORDER BY i.sortKey /*order*/ ASC LIMIT $given.limit
}
RETURN collect([i.sortKey,
//> include incident-columns
]) AS items, COUNT { MATCH (:Incident) } AS total
