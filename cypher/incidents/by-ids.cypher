// Incidents by id, as columns.
UNWIND $given.ids AS id
MATCH (i:Incident {id: id})
RETURN collect(
//> include incident-columns
) AS incidentRows
