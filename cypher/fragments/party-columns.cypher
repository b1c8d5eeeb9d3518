[p.id, head([label IN labels(p) WHERE label IN ['Actor', 'Commander', 'Location']]), p.name, p.aliases, p.aliasSources, p.kind, p.note, p:Patron,
  p.point.latitude, p.point.longitude, p.precision, COLLECT { MATCH (p)-[:WITHIN*1..8]->(larger:Location) RETURN [larger.id, larger.name] }]
