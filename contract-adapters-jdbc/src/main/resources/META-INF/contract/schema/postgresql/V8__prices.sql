-- What is taken off the price of a segment: a code, an equals sign and an amount for each discount, in the order of their codes, with spaces between.
ALTER TABLE ${tables}segment ADD COLUMN IF NOT EXISTS discounts TEXT COLLATE "C" DEFAULT '' NOT NULL;
INSERT INTO ${tables}schema_version (version) VALUES (8);
