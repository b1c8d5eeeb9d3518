// Parties and every tie among them: those asked for by id; or, where none are, the graph's own up to a limit, patrons first, then who is tied to them, then whoever else is tied.
//> include filter-sets
CALL () {
  UNWIND $given.ids AS id
  MATCH (node:Party {id: id})
  RETURN node
UNION
  MATCH (node:Patron) WHERE $given.whole
  RETURN node
UNION
  MATCH (:Patron)--(node:Party) WHERE $given.whole
  RETURN node
UNION
  MATCH (node:Party) WHERE $given.whole
  RETURN node
}
WITH places, side, node
WHERE CASE WHEN NOT $given.whole THEN true ELSE EXISTS {
  MATCH (node)-[r:
//> include tie-types
  ]-(:Party) WHERE r.type IN $given.types AND
//> include tie-matches
} END
WITH places, side, node LIMIT $given.limit + 1
WITH places, side, collect(node) AS found
WITH places, side, found[..$given.limit] AS nodes, size(found) > $given.limit AS cut
//> include ties-of-nodes
CALL (cut) {
  UNWIND CASE WHEN cut THEN [true] ELSE [] END AS counted
  MATCH (party:Party)
  RETURN count(party) AS parties
}
WITH nodes, tied, CASE WHEN cut THEN parties - size(nodes) ELSE 0 END AS more
WITH head(collect({nodes: [node IN nodes | node.id], tied: tied, more: more})) AS found
RETURN found.nodes AS nodes, found.tied AS tied, found.more AS more
//> include named
