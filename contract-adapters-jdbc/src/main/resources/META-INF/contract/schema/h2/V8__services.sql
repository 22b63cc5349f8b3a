-- Segments of add-ons lie beside those of the plan, whose add_on is empty.
ALTER TABLE ${tables}segment ADD COLUMN IF NOT EXISTS add_on VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE ${tables}segment DROP CONSTRAINT IF EXISTS ${prefix}segment_pk;
ALTER TABLE ${tables}segment ADD CONSTRAINT ${prefix}segment_pk PRIMARY KEY (contract_id, from_day, add_on);
-- What is taken off the price of a segment: a code, an equals sign and an amount for each discount, in the order of their codes, with spaces between.
ALTER TABLE ${tables}segment ADD COLUMN IF NOT EXISTS discounts VARCHAR(12000) DEFAULT '' NOT NULL;
INSERT INTO ${tables}schema_version (version) VALUES (8);
