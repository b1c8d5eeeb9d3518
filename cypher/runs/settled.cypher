// Up to which time each report's runs are settled, as far as anybody has scheduled them.
MATCH (lease:ReportLease) WHERE lease.report IN $given.reports
RETURN lease.report AS report, lease.doneDue AS doneDue, lease.until > timestamp() AS running
