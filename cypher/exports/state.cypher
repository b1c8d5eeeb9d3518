// The graph's revision, asked before and after an export: only if both are the same was one graph exported.
OPTIONAL MATCH (ledger:Ledger {id: 'ledger'})
RETURN coalesce(ledger.revision, 0) AS revision, ledger.changedAt AS changedAt
