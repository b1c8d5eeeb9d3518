// Claims that came through a collection of events: one-sided violence is a tie of its own.
CREATE CONSTRAINT tie_killed_civilians FOR ()-[r:KILLED_CIVILIANS]-() REQUIRE r.id IS UNIQUE;

// Whether a tie already rests on an origin, and which incidents of another source fall into a period.
CREATE INDEX claim_by_tie_origin FOR (n:Claim) ON (n.tieId, n.rootOrigin);
CREATE INDEX incident_by_source FOR (n:Incident) ON (n.source, n.from);

// Every incident so far was read from articles; it is matched with those of collections when its article is next ingested.
MATCH (i:Incident) WHERE i.source IS NULL SET i.source = 'articles';
