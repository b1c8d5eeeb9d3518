// An announced write is done, or was given up.
MATCH (ledger:Ledger {id: 'ledger'})
SET ledger.announced = [w IN coalesce(ledger.announced, []) WHERE NOT w STARTS WITH $given.writer]
