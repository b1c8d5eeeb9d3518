// Runs, the last first.
CALL () {
  MATCH (run:ReportRun) WHERE run.order /*after*/ > $given.cursor AND ($given.report IS NULL OR run.report = $given.report) AND ($given.status IS NULL OR run.status = $given.status)
  RETURN run ORDER BY run.order /*order*/ ASC LIMIT $given.limit
}
WITH collect([run.order,
//> include run-columns
]) AS items
CALL () {
  UNWIND CASE WHEN $given.count THEN [true] ELSE [] END AS counted
  MATCH (run:ReportRun) WHERE ($given.report IS NULL OR run.report = $given.report) AND ($given.status IS NULL OR run.status = $given.status)
  RETURN count(run) AS total
}
RETURN items, total
