// The graph's revision, and whether somebody may be about to change the graph.
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
RETURN coalesce(ledger.revision, 0) AS revision, ledger.born AS born,
       any(w IN coalesce(ledger.announced, []) WHERE toInteger(split(w, ' ')[1]) > timestamp() - $given.givenUp) AS writing
