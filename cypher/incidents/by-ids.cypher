// Incidents by id, as columns.
UNWIND $given.ids AS id
MATCH (i:Incident {id: id})
RETURN collect([i.id, i.title, i.edtf, i.earliest, i.latest, i.note, i.placeId]) AS incidentRows
