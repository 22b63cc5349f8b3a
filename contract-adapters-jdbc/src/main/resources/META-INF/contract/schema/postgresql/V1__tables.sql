-- Tables of the contract library, version 1, for PostgreSQL 13 and later.
-- ${tables} stands for the table prefix, with the schema and a dot before it if there is one; ${prefix} for the prefix alone.
-- Times are microseconds since 1970-01-01T00:00:00Z.

CREATE TABLE ${tables}schema_version (
  version INTEGER NOT NULL,
  CONSTRAINT ${prefix}schema_version_pk PRIMARY KEY (version)
);

-- One row for each thing that only one may do at a time: number the feed, install a part of the plant.
CREATE TABLE ${tables}latch (
  name VARCHAR(16) COLLATE "C" NOT NULL,
  position BIGINT NOT NULL,
  CONSTRAINT ${prefix}latch_pk PRIMARY KEY (name)
);

-- Lease tokens, of work and of devices: always growing.
CREATE SEQUENCE ${tables}token;

CREATE TABLE ${tables}contract (
  contract_id UUID NOT NULL,
  version BIGINT NOT NULL,
  number VARCHAR(32) COLLATE "C" NOT NULL,
  status VARCHAR(9) COLLATE "C" NOT NULL,
  due_at BIGINT,
  snapshot TEXT NOT NULL,
  CONSTRAINT ${prefix}contract_pk PRIMARY KEY (contract_id),
  CONSTRAINT ${prefix}contract_number UNIQUE (number)
) WITH (fillfactor = 80);
CREATE INDEX ${prefix}contract_due ON ${tables}contract (due_at, contract_id) WHERE due_at IS NOT NULL;
CREATE INDEX ${prefix}contract_status ON ${tables}contract (status);

-- What a contract holds in the sense of Contract.heldOnus and heldUsers: at most one contract each.
CREATE TABLE ${tables}onu (
  serial VARCHAR(12) COLLATE "C" NOT NULL,
  contract_id UUID NOT NULL,
  CONSTRAINT ${prefix}onu_pk PRIMARY KEY (serial)
);
CREATE INDEX ${prefix}onu_contract ON ${tables}onu (contract_id);
CREATE TABLE ${tables}login (
  login VARCHAR(128) COLLATE "C" NOT NULL,
  contract_id UUID NOT NULL,
  CONSTRAINT ${prefix}login_pk PRIMARY KEY (login)
);
CREATE INDEX ${prefix}login_contract ON ${tables}login (contract_id);

-- feed_position is given when the feed is read, and never changes.
CREATE TABLE ${tables}event (
  seq BIGINT GENERATED ALWAYS AS IDENTITY,
  feed_position BIGINT,
  contract_id UUID NOT NULL,
  version BIGINT NOT NULL,
  effective_at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  actor VARCHAR(256) COLLATE "C" NOT NULL,
  cause VARCHAR(16) COLLATE "C" NOT NULL,
  correlation_id VARCHAR(256) COLLATE "C",
  type VARCHAR(64) COLLATE "C" NOT NULL,
  payload TEXT NOT NULL,
  CONSTRAINT ${prefix}event_pk PRIMARY KEY (seq),
  CONSTRAINT ${prefix}event_version UNIQUE (contract_id, version)
);
CREATE UNIQUE INDEX ${prefix}event_feed ON ${tables}event (feed_position) WHERE feed_position IS NOT NULL;
CREATE INDEX ${prefix}event_unnumbered ON ${tables}event (seq) WHERE feed_position IS NULL;

CREATE TABLE ${tables}olt (
  olt_id VARCHAR(64) COLLATE "C" NOT NULL,
  state VARCHAR(7) COLLATE "C" NOT NULL,
  CONSTRAINT ${prefix}olt_pk PRIMARY KEY (olt_id)
);
CREATE TABLE ${tables}pon_port (
  pon_port_id INTEGER GENERATED ALWAYS AS IDENTITY,
  olt_id VARCHAR(64) COLLATE "C" NOT NULL,
  frame SMALLINT NOT NULL,
  slot SMALLINT NOT NULL,
  port SMALLINT NOT NULL,
  technologies VARCHAR(64) COLLATE "C" NOT NULL,
  subscriber_limit SMALLINT NOT NULL,
  transmit_power INTEGER,
  state VARCHAR(7) COLLATE "C" NOT NULL,
  CONSTRAINT ${prefix}pon_port_pk PRIMARY KEY (pon_port_id),
  CONSTRAINT ${prefix}pon_port_place UNIQUE (olt_id, frame, slot, port),
  CONSTRAINT ${prefix}pon_port_olt FOREIGN KEY (olt_id) REFERENCES ${tables}olt (olt_id)
);
-- first_seat spreads the outputs of the splitters of one PON port over its seats; cells are thousandths of a degree.
CREATE TABLE ${tables}splitter (
  splitter_id INTEGER GENERATED ALWAYS AS IDENTITY,
  name VARCHAR(64) COLLATE "C" NOT NULL,
  pon_port_id INTEGER NOT NULL,
  parent_id INTEGER,
  parent_output SMALLINT,
  outputs SMALLINT NOT NULL,
  latitude DOUBLE PRECISION NOT NULL,
  longitude DOUBLE PRECISION NOT NULL,
  cell_y INTEGER NOT NULL,
  cell_x INTEGER NOT NULL,
  loss INTEGER,
  feed BIGINT NOT NULL,
  first_seat INTEGER NOT NULL,
  CONSTRAINT ${prefix}splitter_pk PRIMARY KEY (splitter_id),
  CONSTRAINT ${prefix}splitter_name UNIQUE (name),
  CONSTRAINT ${prefix}splitter_feed UNIQUE (parent_id, parent_output),
  CONSTRAINT ${prefix}splitter_pon_port FOREIGN KEY (pon_port_id) REFERENCES ${tables}pon_port (pon_port_id)
);
CREATE INDEX ${prefix}splitter_cell ON ${tables}splitter (cell_y, cell_x);

-- The thing that is sold once. A claim that counts has a seat: a number of 1 to the subscriber limit, once for each PON port.
CREATE TABLE ${tables}output (
  splitter_id INTEGER NOT NULL,
  output_no SMALLINT NOT NULL,
  pon_port_id INTEGER NOT NULL,
  usability VARCHAR(11) COLLATE "C" NOT NULL,
  holder UUID,
  claim_state VARCHAR(11) COLLATE "C",
  claim_until BIGINT,
  rest_until BIGINT,
  seat SMALLINT,
  CONSTRAINT ${prefix}output_pk PRIMARY KEY (splitter_id, output_no),
  CONSTRAINT ${prefix}output_seat UNIQUE (pon_port_id, seat),
  CONSTRAINT ${prefix}output_splitter FOREIGN KEY (splitter_id) REFERENCES ${tables}splitter (splitter_id),
  CONSTRAINT ${prefix}output_claim CHECK (
    (holder IS NULL AND claim_state IS NULL AND claim_until IS NULL AND seat IS NULL)
    OR (holder IS NOT NULL AND claim_state IS NOT NULL AND rest_until IS NULL))
) WITH (fillfactor = 80);
CREATE INDEX ${prefix}output_holder ON ${tables}output (holder) WHERE holder IS NOT NULL;

-- At most one row for each contract. turn_at: from when it may be leased; none once it was given up.
CREATE TABLE ${tables}work (
  contract_id UUID NOT NULL,
  turn_at BIGINT,
  attempts INTEGER NOT NULL,
  token BIGINT,
  marked_at BIGINT,
  worker VARCHAR(256) COLLATE "C",
  problem TEXT,
  CONSTRAINT ${prefix}work_pk PRIMARY KEY (contract_id)
);
CREATE INDEX ${prefix}work_turn ON ${tables}work (turn_at, contract_id) WHERE turn_at IS NOT NULL;

CREATE TABLE ${tables}command (
  idempotency_key VARCHAR(128) COLLATE "C" NOT NULL,
  fingerprint VARCHAR(64) COLLATE "C" NOT NULL,
  contract_id UUID NOT NULL,
  version_before BIGINT NOT NULL,
  version_after BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  CONSTRAINT ${prefix}command_pk PRIMARY KEY (idempotency_key)
);

CREATE TABLE ${tables}device_lease (
  device VARCHAR(255) COLLATE "C" NOT NULL,
  token BIGINT NOT NULL,
  worker VARCHAR(256) COLLATE "C" NOT NULL,
  lease_until BIGINT NOT NULL,
  CONSTRAINT ${prefix}device_lease_pk PRIMARY KEY (device)
);

-- Reports: what was folded of the feed up to the position of the latch "report", by settings that never change meanwhile.
-- Days are numbers since 1970-01-01 in the operator's zone; 2147483647 is none yet.
CREATE TABLE ${tables}report_settings (
  settings_id SMALLINT NOT NULL,
  zone VARCHAR(64) COLLATE "C" NOT NULL,
  service_start VARCHAR(16) COLLATE "C" NOT NULL,
  day_rule VARCHAR(16) COLLATE "C" NOT NULL,
  CONSTRAINT ${prefix}report_settings_pk PRIMARY KEY (settings_id)
);

CREATE TABLE ${tables}segment (
  contract_id UUID NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  version BIGINT NOT NULL,
  holder VARCHAR(64) COLLATE "C" NOT NULL,
  plan VARCHAR(64) COLLATE "C" NOT NULL,
  plan_version INTEGER NOT NULL,
  price DECIMAL(21, 6) NOT NULL,
  currency VARCHAR(3) COLLATE "C" NOT NULL,
  billing_cycle VARCHAR(16) COLLATE "C" NOT NULL,
  billable SMALLINT NOT NULL,
  cause VARCHAR(64) COLLATE "C" NOT NULL,
  CONSTRAINT ${prefix}segment_pk PRIMARY KEY (contract_id, from_day)
);
CREATE INDEX ${prefix}segment_days ON ${tables}segment (to_day, from_day);

-- A figure counts spans by the day on which they begin or are over; the indexes have the kinds of which
-- single spans are asked for, and all that is asked of them. took: microseconds.
CREATE TABLE ${tables}span (
  contract_id UUID NOT NULL,
  span_no INTEGER NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  label VARCHAR(64) COLLATE "C" NOT NULL,
  took BIGINT,
  amount DECIMAL(24, 6),
  other_id UUID,
  CONSTRAINT ${prefix}span_pk PRIMARY KEY (contract_id, span_no)
);
CREATE INDEX ${prefix}span_from ON ${tables}span (kind, from_day, to_day, contract_id)
  WHERE kind IN ('CUT', 'RESTING');
CREATE INDEX ${prefix}span_to ON ${tables}span (kind, to_day, from_day, label, took, contract_id)
  WHERE kind IN ('CHURNED', 'LOST', 'RECONNECTED', 'SERVED');
CREATE INDEX ${prefix}span_other ON ${tables}span (other_id, kind, from_day) WHERE other_id IS NOT NULL;

-- Spans that begin (edge B) and that are over (edge E) on a day (grain D); of those that are asked for while they last, in a
-- month and in a year, too (grains M and Y: months since year 0, years).
CREATE TABLE ${tables}span_total (
  grain VARCHAR(1) COLLATE "C" NOT NULL,
  bucket INTEGER NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  label VARCHAR(64) COLLATE "C" NOT NULL,
  edge VARCHAR(1) COLLATE "C" NOT NULL,
  spans BIGINT NOT NULL,
  amount DECIMAL(38, 6) NOT NULL,
  timed BIGINT NOT NULL,
  took DECIMAL(38, 0) NOT NULL,
  CONSTRAINT ${prefix}span_total_pk PRIMARY KEY (grain, bucket, kind, label, edge)
) WITH (fillfactor = 50);

INSERT INTO ${tables}latch (name, position) VALUES ('feed', 0), ('plant', 0), ('report', 0);
INSERT INTO ${tables}schema_version (version) VALUES (1);
