// Claims that came through a collection of events: one-sided violence is a tie of its own.
CREATE CONSTRAINT tie_killed_civilians FOR ()-[r:KILLED_CIVILIANS]-() REQUIRE r.id IS UNIQUE;
