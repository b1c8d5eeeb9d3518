// The run is over. `doneDue` is the time that was due and is settled by it; null settles nothing.
MATCH (lease:ReportLease {report: $given.report})
SET lease.askedAt = timestamp()
WITH lease WHERE lease.holder = $given.holder
SET lease.until = 0, lease.holder = null, lease.doneDue = CASE WHEN $given.doneDue IS NULL THEN lease.doneDue ELSE $given.doneDue END
