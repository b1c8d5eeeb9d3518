// Runs of a report that have not said how they ended.
MATCH (run:ReportRun {report: $given.report}) WHERE run.order IS NOT NULL AND run.status = 'running'
RETURN run.id AS id
