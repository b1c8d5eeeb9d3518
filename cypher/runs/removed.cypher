// Runs whose files retention has removed.
UNWIND $given.folders AS folder
MATCH (run:ReportRun {report: $given.report}) WHERE run.order IS NOT NULL AND run.folder = folder
SET run.removedAt = $given.now
