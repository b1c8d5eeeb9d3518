// Runs by id, as columns.
UNWIND $given.ids AS id
MATCH (run:ReportRun {id: id})
RETURN collect(
//> include run-columns
) AS runRows
