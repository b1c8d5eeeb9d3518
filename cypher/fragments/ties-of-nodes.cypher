// Of each node: its ties to others of them (each tie once, at its start), and how many it has to parties that are not among them. One pass for both: each condition of a filter costs time to plan.
CALL (nodes, places, side) {
  UNWIND nodes AS node
  OPTIONAL MATCH (node)-[r:
//> include tie-types
  ]-(other:Party)
  WHERE r.type IN $given.types AND
//> include tie-matches
  WITH node, other IN nodes AS among, startNode(r) = node AS outward,
//> include tie-columns
  AS columns
  WITH node, collect(CASE WHEN among AND outward THEN columns END) AS ties, sum(CASE WHEN among THEN 0 WHEN among IS NULL THEN 0 ELSE 1 END) AS hidden
  RETURN collect([node.id, hidden, ties]) AS tied
}
