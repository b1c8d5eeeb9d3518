// Records runs: how each began, or how it ended. Safe to be told twice.
UNWIND $given.runs AS row
MERGE (run:ReportRun {id: row.id})
SET run += row
