// Claims recorded before claims were packed; some at a time.
MATCH (c:Claim) WHERE c.packed IS NULL
WITH c LIMIT $given.limit
RETURN properties(c) AS props
