// What each folded name can mean.
UNWIND $given.names AS folded
MATCH (:Name {folded: folded})-[:NAMES]->(p:Party)
RETURN folded, p.id AS id, p.name AS name, head([label IN labels(p) WHERE label IN ['Actor', 'Commander', 'Location']]) AS label
ORDER BY folded, p.sortKey
