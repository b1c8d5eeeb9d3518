// Lets one process run a report, unless another is at it; and a report that is due, unless that was done already. By the database's clock.
// The first SET is there for its lock: what follows is read under it.
MERGE (lease:ReportLease {report: $given.report})
ON CREATE SET lease.until = 0
SET lease.askedAt = timestamp()
WITH lease, lease.until <= timestamp() AS free, $given.due IS NULL OR coalesce(lease.doneDue, 0) < $given.due AS wanted
FOREACH (_ IN CASE WHEN free AND wanted THEN [1] ELSE [] END | SET lease.holder = $given.holder, lease.until = timestamp() + $given.length)
RETURN free, wanted
