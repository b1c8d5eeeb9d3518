// Up to which time each report's runs are settled. One that nobody scheduled before begins now: what was due earlier was never missed.
UNWIND $given.reports AS report
MERGE (lease:ReportLease {report: report})
ON CREATE SET lease.until = 0
SET lease.doneDue = coalesce(lease.doneDue, $given.now)
RETURN lease.report AS report, lease.doneDue AS doneDue
