// Claims by id, whatever became of them.
UNWIND $given.ids AS id
MATCH (c:Claim {id: id})
WITH collect(c) AS claims
WITH claims, size(claims) AS total
//> include bundle
