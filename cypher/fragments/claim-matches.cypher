// CASEs rather than ORs: the claims are found by tie, article, party or place, and the planner need not weigh every other index against each condition.
CASE WHEN $f.asKnownOn IS NULL THEN c.status IN $f.statuses
  ELSE c.recordedAt <= $f.asKnownOn AND (c.endedAt IS NULL OR c.endedAt > $f.asKnownOn) END
AND CASE WHEN $f.from IS NULL THEN true WHEN $f.certain THEN c.earliest >= $f.from ELSE coalesce(c.latest >= $f.from, true) END
AND CASE WHEN $f.to IS NULL THEN true WHEN $f.certain THEN c.latest <= $f.to ELSE coalesce(c.earliest <= $f.to, true) END
AND CASE WHEN $f.publishedBy IS NULL THEN true ELSE c.publishedLatest <= $f.publishedBy END
AND CASE WHEN $f.types IS NULL THEN true ELSE c.type IN $f.types END
AND CASE WHEN $f.stances IS NULL THEN true ELSE c.stance IN $f.stances END
AND CASE WHEN $f.articles IS NULL THEN true ELSE c.articleId IN $f.articles END
AND CASE WHEN $f.place IS NULL THEN true ELSE c.placeId IN places OR c.objectId IN places END
AND CASE WHEN $f.patron IS NULL THEN true ELSE c.subjectId IN side OR c.objectId IN side END
