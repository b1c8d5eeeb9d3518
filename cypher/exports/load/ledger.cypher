// The end of an exported script: the revision that the graph had. Which graph this is (`born`) is not said: a copy goes its own way.
MERGE (ledger:Ledger {id: 'ledger'})
SET ledger.revision = $given.revision, ledger.changedAt = $given.changedAt
