// After an import by neo4j-admin, which knows no empty list.
MATCH (n:Claim) WHERE n.attribution IS NULL OR n.casualtyParties IS NULL
CALL (n) {
  SET n.attribution = coalesce(n.attribution, []), n.casualtyParties = coalesce(n.casualtyParties, [])
} IN TRANSACTIONS OF 5000 ROWS
