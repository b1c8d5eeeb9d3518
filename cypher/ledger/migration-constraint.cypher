// Stands outside the migrations because it guards them: two processes cannot both create the record of one version.
CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE
