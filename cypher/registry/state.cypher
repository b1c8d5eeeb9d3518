// What the store holds of these registry entries: their hashes.
UNWIND $given.ids AS id
CALL (id) {
  MATCH (n:Party {id: id}) RETURN n
  UNION MATCH (n:Origin {id: id}) RETURN n
  UNION MATCH (n:Incident {id: id}) RETURN n
}
RETURN id, n.hash AS hash, head([label IN labels(n) WHERE label IN ['Actor', 'Commander', 'Location', 'Origin', 'Incident']]) AS label, n.root AS root
