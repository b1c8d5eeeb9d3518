// Origins in the order of their names, each with the number of live claims that it stands behind.
CALL () {
  MATCH (o:Origin) WHERE o.sortKey /*after*/ > $given.cursor
  RETURN o ORDER BY o.sortKey /*order*/ ASC LIMIT $given.limit
}
RETURN collect([o.sortKey, [o.id, o.name, o.kind, o.root, o.note]]) AS items, COUNT { MATCH (:Origin) } AS total
