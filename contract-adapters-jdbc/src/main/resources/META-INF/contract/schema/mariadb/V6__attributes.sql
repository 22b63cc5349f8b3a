-- What hosts keep of their own. One row for each attribute of a contract, beside its snapshot, so that it is found.
CREATE TABLE IF NOT EXISTS ${tables}attribute (
  contract_id BINARY(16) NOT NULL,
  name VARCHAR(64) NOT NULL,
  content VARCHAR(256) NOT NULL,
  CONSTRAINT ${prefix}attribute_pk PRIMARY KEY (contract_id, name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS ${prefix}attribute_content ON ${tables}attribute (name, content);

-- What people wrote about contracts; not part of the events, so that it can be erased.
CREATE TABLE IF NOT EXISTS ${tables}note (
  contract_id BINARY(16) NOT NULL,
  note_id BINARY(16) NOT NULL,
  written_at BIGINT NOT NULL,
  actor VARCHAR(256) NOT NULL,
  content TEXT NOT NULL,
  CONSTRAINT ${prefix}note_pk PRIMARY KEY (contract_id, note_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS ${prefix}note_written ON ${tables}note (contract_id, written_at, note_id);

ALTER TABLE ${tables}service ADD COLUMN IF NOT EXISTS erased_at BIGINT;
-- Ended contracts whose personal data was not erased, by their end.
CREATE INDEX IF NOT EXISTS ${prefix}service_unerased ON ${tables}service (erased_at, cancelled_at);
INSERT INTO ${tables}schema_version (version) VALUES (6);
