// After an import by neo4j-admin, which knows no empty list.
MATCH (n:Article) WHERE n.paragraphs IS NULL
CALL (n) {
  SET n.paragraphs = []
} IN TRANSACTIONS OF 5000 ROWS
