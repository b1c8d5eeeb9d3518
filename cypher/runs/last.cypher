// The last run of each report.
UNWIND $given.reports AS report
CALL (report) {
  MATCH (run:ReportRun {report: report}) WHERE run.order IS NOT NULL
  RETURN run ORDER BY run.report, run.order LIMIT 1
}
RETURN collect(
//> include run-columns
) AS runRows
