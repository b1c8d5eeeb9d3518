// What the store holds of these registry entries: their hashes.
UNWIND $given.ids AS id
MATCH (n:Party {id: id})
RETURN id, n.hash AS hash, head([label IN labels(n) WHERE label IN ['Actor', 'Commander', 'Location']]) AS label, null AS root
UNION ALL
UNWIND $given.ids AS id
MATCH (n:Origin {id: id})
RETURN id, n.hash AS hash, 'Origin' AS label, n.root AS root
UNION ALL
UNWIND $given.ids AS id
MATCH (n:Incident {id: id})
RETURN id, n.hash AS hash, 'Incident' AS label, null AS root
