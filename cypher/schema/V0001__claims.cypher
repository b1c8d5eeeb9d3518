// Ids are unique, across all parties too: a claim names its subject and object by id alone.
CREATE CONSTRAINT party_id FOR (n:Party) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT origin_id FOR (n:Origin) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT incident_id FOR (n:Incident) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT name_key FOR (n:Name) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT ledger_id FOR (n:Ledger) REQUIRE n.id IS UNIQUE;

// One edge per tie: (subject, type, object), whichever number of claims stands behind it.
CREATE CONSTRAINT tie_allied_with FOR ()-[r:ALLIED_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_clashed_with FOR ()-[r:CLASHED_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_attacked FOR ()-[r:ATTACKED]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_competes_with FOR ()-[r:COMPETES_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_pressed FOR ()-[r:PRESSED]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_backed_by FOR ()-[r:BACKED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_commanded_by FOR ()-[r:COMMANDED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_part_of FOR ()-[r:PART_OF]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_present_at FOR ()-[r:PRESENT_AT]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_controls FOR ()-[r:CONTROLS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_withdrew_from FOR ()-[r:WITHDREW_FROM]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_met_with FOR ()-[r:MET_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT tie_was_tied FOR ()-[r:WAS_TIED]-() REQUIRE r.id IS UNIQUE;

// Claims are read by tie, article, party, place and incident, each in the order of citation.
CREATE INDEX claim_citation FOR (n:Claim) ON (n.sortKey);
CREATE INDEX claim_by_tie FOR (n:Claim) ON (n.tieId, n.sortKey);
CREATE INDEX claim_by_article FOR (n:Claim) ON (n.articleId, n.sortKey);
CREATE INDEX claim_by_subject FOR (n:Claim) ON (n.subjectId, n.sortKey);
CREATE INDEX claim_by_object FOR (n:Claim) ON (n.objectId, n.sortKey);
CREATE INDEX claim_by_place FOR (n:Claim) ON (n.placeId, n.sortKey);
CREATE INDEX claim_by_incident FOR (n:Claim) ON (n.incidentId, n.sortKey);
CREATE INDEX claim_by_type FOR (n:Claim) ON (n.type, n.sortKey);

// Names: exact by their folded key, near by words.
CREATE INDEX name_folded FOR (n:Name) ON (n.folded);
CREATE FULLTEXT INDEX names_text FOR (n:Name) ON EACH [n.words, n.folded];
CREATE FULLTEXT INDEX passages_text FOR (n:Claim|Article|Incident) ON EACH [n.summary, n.title];

// Lists in the order of names, and places on the map.
CREATE INDEX actor_sort FOR (n:Actor) ON (n.sortKey);
CREATE INDEX commander_sort FOR (n:Commander) ON (n.sortKey);
CREATE INDEX location_sort FOR (n:Location) ON (n.sortKey);
CREATE INDEX article_sort FOR (n:Article) ON (n.sortKey);
CREATE INDEX origin_sort FOR (n:Origin) ON (n.sortKey);
CREATE INDEX incident_sort FOR (n:Incident) ON (n.sortKey);
CREATE POINT INDEX location_point FOR (n:Location) ON (n.point);
