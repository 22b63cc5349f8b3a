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
-- Plant moves, those that are over included. Which contracts have moved, the contracts say.
CREATE TABLE IF NOT EXISTS ${tables}plant_move (
  name VARCHAR(91) NOT NULL,
  version BIGINT NOT NULL,
  stage VARCHAR(16) NOT NULL,
  paused SMALLINT NOT NULL,
  not_before BIGINT NOT NULL,
  CONSTRAINT ${prefix}plant_move_pk PRIMARY KEY (name)
);
-- What a move moves. Splitters by name and PON ports as text, since a part may be gone when the move is long over.
CREATE TABLE IF NOT EXISTS ${tables}plant_move_part (
  name VARCHAR(91) NOT NULL,
  part_no INTEGER NOT NULL,
  splitter VARCHAR(64) NOT NULL,
  from_pon_port VARCHAR(96) NOT NULL,
  from_output VARCHAR(96),
  to_pon_port VARCHAR(96) NOT NULL,
  to_output VARCHAR(96),
  CONSTRAINT ${prefix}plant_move_part_pk PRIMARY KEY (name, part_no)
);
-- What belongs to a subscriber: the networks in the sense of Contract.heldPrefixes, by their first address, as 4 or 6 and hexadecimal digits. No two
-- of them overlap: who takes one takes the latch "network" first.
CREATE TABLE IF NOT EXISTS ${tables}network (
  first_address VARCHAR(33) NOT NULL,
  last_address VARCHAR(33) NOT NULL,
  contract_id UUID NOT NULL,
  CONSTRAINT ${prefix}network_pk PRIMARY KEY (first_address)
);
CREATE INDEX IF NOT EXISTS ${prefix}network_contract ON ${tables}network (contract_id);
INSERT INTO ${tables}latch (name, position) SELECT 'network', 0
  WHERE NOT EXISTS (SELECT 1 FROM ${tables}latch WHERE name = 'network');
INSERT INTO ${tables}schema_version (version) VALUES (7);
