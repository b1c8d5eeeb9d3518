// The history of reports, and who may run which at the moment. Neither is part of the record: they do not move its revision.
CREATE CONSTRAINT report_run_id FOR (n:ReportRun) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT report_lease FOR (n:ReportLease) REQUIRE n.report IS UNIQUE;
CREATE INDEX report_run_order FOR (n:ReportRun) ON (n.order);
CREATE INDEX report_run_by_report FOR (n:ReportRun) ON (n.report, n.order);
