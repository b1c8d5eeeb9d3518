// Parties by id, as columns.
UNWIND $ids AS id
MATCH (p:Party {id: id})
WITH p
RETURN collect(
//> include party-columns
) AS partyRows
