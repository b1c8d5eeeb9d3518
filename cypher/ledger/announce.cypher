// A writer says that it is about to change the graph. By the database's clock, since services on several machines read it; writers that died are forgotten in time.
MERGE (ledger:Ledger {id: 'ledger'})
ON CREATE SET ledger.revision = 0
SET ledger.born = coalesce(ledger.born, $given.writer),
    ledger.announced = [w IN coalesce(ledger.announced, []) WHERE NOT w STARTS WITH $given.writer AND toInteger(split(w, ' ')[1]) > timestamp() - $given.givenUp] + ($given.writer + ' ' + toString(timestamp()))
