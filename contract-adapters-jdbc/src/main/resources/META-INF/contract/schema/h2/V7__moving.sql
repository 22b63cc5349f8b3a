-- Coexistence: who switched what is written to. What is written to is what all rows come to. scopes: one a line.
CREATE TABLE IF NOT EXISTS ${tables}coexistence (
  revision BIGINT NOT NULL,
  switched_at BIGINT NOT NULL,
  actor VARCHAR(256) NOT NULL,
  cause VARCHAR(32) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  mode VARCHAR(32) NOT NULL,
  scopes VARCHAR(1000000) NOT NULL,
  CONSTRAINT ${prefix}coexistence_pk PRIMARY KEY (revision)
);
-- Work that is not to be told: the revision of the coexistence that kept it; 0 if none did.
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS access_held_at BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS line_held_at BIGINT DEFAULT 0 NOT NULL;
INSERT INTO ${tables}schema_version (version) VALUES (7);
