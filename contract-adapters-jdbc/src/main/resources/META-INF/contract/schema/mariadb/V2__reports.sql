-- What spans and segments mean has changed: what is owed and cut goes by the level of a hold, and prices by the count of their
-- own cycles. The tables of the reports are emptied, and the next updates fold them anew from the event log.
DELETE FROM ${tables}span;
DELETE FROM ${tables}span_total;
DELETE FROM ${tables}segment;
DELETE FROM ${tables}report_settings;
UPDATE ${tables}latch SET position = 0 WHERE name = 'report';

-- anchor_day, billing_day: where the cycles of a segment's price are counted from.
ALTER TABLE ${tables}segment ADD COLUMN IF NOT EXISTS anchor_day INTEGER NOT NULL;
ALTER TABLE ${tables}segment ADD COLUMN IF NOT EXISTS billing_day SMALLINT NOT NULL;

-- The name of the calendar of business hours, empty if there is none.
ALTER TABLE ${tables}report_settings ADD COLUMN IF NOT EXISTS business_hours VARCHAR(64) NOT NULL;

INSERT INTO ${tables}schema_version (version) VALUES (2);
