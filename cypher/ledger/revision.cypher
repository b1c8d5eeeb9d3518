// The graph's revision: grows by one with each transaction that changes the record. `born` tells this graph from any other.
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
RETURN coalesce(ledger.revision, 0) AS revision, ledger.born AS born
