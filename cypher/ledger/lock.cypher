// Writers take turns: the write lock on this one node is held to the end of the transaction.
MERGE (ledger:Ledger {id: 'ledger'})
ON CREATE SET ledger.revision = 0
SET ledger.writer = $given.writer, ledger.born = coalesce(ledger.born, $given.writer)
RETURN ledger.revision AS revision
