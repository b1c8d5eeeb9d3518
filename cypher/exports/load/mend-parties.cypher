// After an import by neo4j-admin, which knows no empty list, and one kind of number a column.
MATCH (n:Party) WHERE n.aliases IS NULL OR n.precision = toInteger(n.precision)
CALL (n) {
  SET n.aliases = coalesce(n.aliases, []), n.aliasSources = coalesce(n.aliasSources, []), n.precision = CASE WHEN n.precision = toInteger(n.precision) THEN toInteger(n.precision) ELSE n.precision END
} IN TRANSACTIONS OF 5000 ROWS
