-- What hosts keep of their own. One row for each attribute of a contract, beside its snapshot, so that it is found.
CREATE TABLE IF NOT EXISTS ${tables}attribute (
  contract_id UUID NOT NULL,
  name VARCHAR(64) COLLATE "C" NOT NULL,
  content VARCHAR(256) COLLATE "C" NOT NULL,
  CONSTRAINT ${prefix}attribute_pk PRIMARY KEY (contract_id, name)
);
CREATE INDEX IF NOT EXISTS ${prefix}attribute_content ON ${tables}attribute (name, content);

-- What people wrote about contracts; not part of the events, so that it can be erased.
CREATE TABLE IF NOT EXISTS ${tables}note (
  contract_id UUID NOT NULL,
  note_id UUID NOT NULL,
  written_at BIGINT NOT NULL,
  actor VARCHAR(256) COLLATE "C" NOT NULL,
  content TEXT COLLATE "C" NOT NULL,
  CONSTRAINT ${prefix}note_pk PRIMARY KEY (contract_id, note_id)
);
CREATE INDEX IF NOT EXISTS ${prefix}note_written ON ${tables}note (contract_id, written_at, note_id);

ALTER TABLE ${tables}service ADD COLUMN IF NOT EXISTS erased_at BIGINT;
-- Ended contracts whose personal data was not erased, by their end.
CREATE INDEX IF NOT EXISTS ${prefix}service_unerased ON ${tables}service (cancelled_at) WHERE cancelled_at IS NOT NULL AND erased_at IS NULL;
INSERT INTO ${tables}schema_version (version) VALUES (6);
