//> include claim-visible
AND ($f.from IS NULL OR CASE WHEN $f.certain THEN c.earliest >= $f.from ELSE c.latest IS NULL OR c.latest >= $f.from END)
AND ($f.to IS NULL OR CASE WHEN $f.certain THEN c.latest <= $f.to ELSE c.earliest IS NULL OR c.earliest <= $f.to END)
AND ($f.publishedBy IS NULL OR c.publishedLatest <= $f.publishedBy)
AND ($f.types IS NULL OR c.type IN $f.types)
AND ($f.stances IS NULL OR c.stance IN $f.stances)
AND ($f.articles IS NULL OR c.articleId IN $f.articles)
AND ($f.place IS NULL OR c.placeId IN places OR c.objectId IN places)
AND ($f.patron IS NULL OR c.subjectId IN side OR c.objectId IN side)
