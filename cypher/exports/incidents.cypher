// Incidents with the place of each, and the incidents of other sources that it may be, in the order of ids.
MATCH (n:Incident) WHERE n.id > ''
WITH n ORDER BY n.id
RETURN n.id AS id, labels(n) AS labels, properties(n) AS props,
  head(COLLECT { MATCH (n)-[:AT]->(place:Location) RETURN place.id }) AS place,
  COLLECT { MATCH (n)-[match:POSSIBLY_SAME]->(other:Incident) RETURN [other.id, properties(match)] ORDER BY other.id } AS matches
