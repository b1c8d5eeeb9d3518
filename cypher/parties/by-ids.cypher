// Parties by id, as columns.
UNWIND $given.ids AS id
MATCH (p:Party {id: id})
WITH p
RETURN collect(
//> include party-columns
) AS partyRows
