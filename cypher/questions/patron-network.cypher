// A patron, all that reach it, who commands them, and every tie among these.
MATCH (:Name {folded: $given.patron})-[:NAMES]->(patron:Actor)
//> include filter-sets
CALL (patron) {
  RETURN patron AS member, 0 AS distance
  UNION
  MATCH path = ANY SHORTEST (patron)(()<-[r:BACKED_BY|PART_OF|WAS_TIED]-() WHERE
//> include backing-matches
  ){1,6}(member:Actor)
  WHERE member <> patron AND length(path) <= $given.maxDepth
  RETURN member, length(path) AS distance
}
WITH places, side, member, distance ORDER BY distance, member.sortKey
WITH places, side, collect(member) AS found
WITH places, side, found[..$given.limit] AS members, size(found) AS total
CALL (members, places, side) {
  UNWIND members AS member
  MATCH (member)-[r:COMMANDED_BY|WAS_TIED]->(commander:Commander)
  WHERE r.type = 'COMMANDED_BY' AND
//> include tie-matches
  RETURN collect(DISTINCT commander) AS commanders
}
WITH places, side, total, members, members + commanders AS nodes
//> include ties-of-nodes
WITH head(collect({nodes: [node IN nodes | node.id], tied: tied, more: total - size(members)})) AS found
RETURN found.nodes AS nodes, found.tied AS tied, found.more AS more
//> include named
