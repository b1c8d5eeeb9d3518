// What has become of claims that an earlier report cited: whether they stand, which version came last, and whether that one stands.
UNWIND $given.ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (c)(()<-[:SUPERSEDES]-())+(last:Claim) WHERE NOT EXISTS { (last)<-[:SUPERSEDES]-() }
RETURN c.id AS id, c.status AS status, c.endedAt AS endedAt, last.id AS nextId, last.summary AS nextSummary, last.paragraph AS nextParagraph, last.stance AS nextStance, last.edtf AS nextDate, last.casualties AS nextCasualties, last.status AS nextStatus, last.endedAt AS nextEndedAt
