// Questions rely on the indexes, so the service waits until they are filled.
CALL db.awaitIndexes(120)
