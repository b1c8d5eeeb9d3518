// CASEs rather than ORs: the claims are found by tie, article, party or place, and the planner need not weigh every other index against each condition.
CASE WHEN $given.f.asKnownOn IS NULL THEN c.status IN $given.f.statuses
  ELSE c.recordedAt <= $given.f.asKnownOn AND (c.endedAt IS NULL OR c.endedAt > $given.f.asKnownOn) END
AND CASE WHEN $given.f.from IS NULL THEN true WHEN $given.f.certain THEN c.earliest >= $given.f.from ELSE coalesce(c.latest >= $given.f.from, true) END
AND CASE WHEN $given.f.to IS NULL THEN true WHEN $given.f.certain THEN c.latest <= $given.f.to ELSE coalesce(c.earliest <= $given.f.to, true) END
AND CASE WHEN $given.f.publishedBy IS NULL THEN true ELSE c.publishedLatest <= $given.f.publishedBy END
AND CASE WHEN $given.f.types IS NULL THEN true ELSE c.type IN $given.f.types END
AND CASE WHEN $given.f.stances IS NULL THEN true ELSE c.stance IN $given.f.stances END
AND CASE WHEN $given.f.articles IS NULL THEN true ELSE c.articleId IN $given.f.articles END
AND CASE WHEN $given.f.place IS NULL THEN true ELSE c.placeId IN places OR c.objectId IN places END
AND CASE WHEN $given.f.patron IS NULL THEN true ELSE c.subjectId IN side OR c.objectId IN side END
