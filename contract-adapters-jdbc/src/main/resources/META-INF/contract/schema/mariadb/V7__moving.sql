-- What belongs to a subscriber: the networks in the sense of Contract.heldPrefixes, by their first address, as 4 or 6 and hexadecimal digits. No two
-- of them overlap: who takes one takes the latch "network" first.
CREATE TABLE IF NOT EXISTS ${tables}network (
  first_address VARCHAR(33) NOT NULL,
  last_address VARCHAR(33) NOT NULL,
  contract_id BINARY(16) NOT NULL,
  CONSTRAINT ${prefix}network_pk PRIMARY KEY (first_address)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS ${prefix}network_contract ON ${tables}network (contract_id);
INSERT INTO ${tables}latch (name, position) SELECT 'network', 0 FROM DUAL
  WHERE NOT EXISTS (SELECT 1 FROM ${tables}latch WHERE name = 'network');

INSERT INTO ${tables}schema_version (version) VALUES (7);
