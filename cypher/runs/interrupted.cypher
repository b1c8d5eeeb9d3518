// Runs of a report that nobody can still be at, now that its lease is ours.
MATCH (run:ReportRun {report: $given.report}) WHERE run.order IS NOT NULL AND run.status = 'running' AND run.id <> $given.id
SET run.status = 'interrupted', run.endedAt = $given.now
RETURN count(run) AS runs
