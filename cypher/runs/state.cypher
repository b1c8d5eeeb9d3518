// What state of the record a report reads: its revision, and when that was reached. Any later change is later than that.
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
RETURN coalesce(ledger.revision, 0) AS revision, ledger.changedAt AS changedAt, ledger.born AS born
