-- What contracts are found by, and what a list shows of them. Schema.migrate fills the tables for contracts that are there already; the
-- row "search" of the latches is there until it has done so.
-- sync: how far RADIUS and then the OLT are, a letter each: N not required, P pending, I in sync, F failed, D drifted.
ALTER TABLE ${tables}contract ADD COLUMN IF NOT EXISTS sync VARCHAR(2) NOT NULL DEFAULT '';
CREATE INDEX IF NOT EXISTS ${prefix}contract_sync ON ${tables}contract (sync);

-- What the holder agreed to: written by a draft, and when it changes. address_folded: without case and accents. cell: of five thousandths of a
-- degree of latitude and longitude each.
CREATE TABLE IF NOT EXISTS ${tables}agreement (
  contract_id UUID NOT NULL,
  customer VARCHAR(64) NOT NULL,
  plan VARCHAR(64) NOT NULL,
  drafted_at BIGINT NOT NULL,
  predecessor UUID,
  address VARCHAR(512) NOT NULL,
  address_folded VARCHAR(5000) NOT NULL,
  latitude DOUBLE PRECISION NOT NULL,
  longitude DOUBLE PRECISION NOT NULL,
  cell BIGINT NOT NULL,
  CONSTRAINT ${prefix}agreement_pk PRIMARY KEY (contract_id)
);
CREATE INDEX IF NOT EXISTS ${prefix}agreement_customer ON ${tables}agreement (customer);
CREATE INDEX IF NOT EXISTS ${prefix}agreement_plan ON ${tables}agreement (plan);
CREATE INDEX IF NOT EXISTS ${prefix}agreement_drafted ON ${tables}agreement (drafted_at, contract_id);
CREATE INDEX IF NOT EXISTS ${prefix}agreement_cell ON ${tables}agreement (cell);
CREATE INDEX IF NOT EXISTS ${prefix}agreement_predecessor ON ${tables}agreement (predecessor);

-- What is served, and was: written by the activation, or by the end of a draft. term_ends: days since 1970-01-01.
CREATE TABLE IF NOT EXISTS ${tables}service (
  contract_id UUID NOT NULL,
  olt VARCHAR(64),
  pon_port VARCHAR(11),
  splitter VARCHAR(64),
  output_no SMALLINT,
  onu VARCHAR(12),
  login VARCHAR(128),
  activated_at BIGINT,
  cancelled_at BIGINT,
  term_ends INTEGER,
  CONSTRAINT ${prefix}service_pk PRIMARY KEY (contract_id)
);
CREATE INDEX IF NOT EXISTS ${prefix}service_pon_port ON ${tables}service (olt, pon_port);
CREATE INDEX IF NOT EXISTS ${prefix}service_splitter ON ${tables}service (splitter, output_no);
CREATE INDEX IF NOT EXISTS ${prefix}service_activated ON ${tables}service (activated_at);
CREATE INDEX IF NOT EXISTS ${prefix}service_cancelled ON ${tables}service (cancelled_at);
CREATE INDEX IF NOT EXISTS ${prefix}service_term ON ${tables}service (term_ends);

-- What stands out about a contract: each hold (its reason and enforcement), scheduled change (its kind) and failure (its code and target).
CREATE TABLE IF NOT EXISTS ${tables}flag (
  contract_id UUID NOT NULL,
  kind VARCHAR(9) NOT NULL,
  code VARCHAR(64) NOT NULL,
  detail VARCHAR(13) NOT NULL,
  begins_at BIGINT,
  ends_at BIGINT,
  CONSTRAINT ${prefix}flag_pk PRIMARY KEY (contract_id, kind, code, detail)
);
CREATE INDEX IF NOT EXISTS ${prefix}flag_code ON ${tables}flag (kind, code, begins_at);

-- Events of all contracts by kind and time.
CREATE INDEX IF NOT EXISTS ${prefix}event_type ON ${tables}event (type, recorded_at, seq);

INSERT INTO ${tables}latch (name, position)
  SELECT 'search', 1 FROM ${tables}contract
  WHERE NOT EXISTS (SELECT 1 FROM ${tables}latch WHERE name = 'search') LIMIT 1;
INSERT INTO ${tables}schema_version (version) VALUES (4);
