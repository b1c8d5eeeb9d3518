// Which of these claims (article/key) the store knows, whatever became of them.
UNWIND $given.ids AS id
MATCH (claim:Claim {id: id})
RETURN claim.id AS id
