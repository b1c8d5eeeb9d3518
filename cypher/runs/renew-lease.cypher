// Whoever runs a report says that it is still at it. No row if the lease has gone to another.
MATCH (lease:ReportLease {report: $given.report})
SET lease.askedAt = timestamp()
WITH lease WHERE lease.holder = $given.holder
SET lease.until = timestamp() + $given.length
RETURN lease.until AS until
