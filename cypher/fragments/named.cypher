// What each name that the question uses can mean; to tell of names that are unknown or stand for several.
, COLLECT { UNWIND $given.names AS folded MATCH (:Name {folded: folded})-[:NAMES]->(p:Party) WITH folded, p ORDER BY folded, p.sortKey
  RETURN [folded, p.id, p.name, head([label IN labels(p) WHERE label IN ['Actor', 'Commander', 'Location']])] } AS named
