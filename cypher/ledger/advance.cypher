// The record has changed.
MATCH (ledger:Ledger {id: 'ledger'})
SET ledger.revision = ledger.revision + 1, ledger.changedAt = $given.now
RETURN ledger.revision AS revision
