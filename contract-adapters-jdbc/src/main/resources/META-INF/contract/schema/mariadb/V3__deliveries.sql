-- Each target of a row of work has its own attempts, next try and problem. lease_until: when the lease ends. turn_at is as before:
-- from when the row may be leased; none if nothing is left but what was given up. A mark counts in the place of what was to be done.
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS lease_until BIGINT;
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS access_due_at BIGINT;
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS access_attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS access_problem MEDIUMTEXT;
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS access_marked_at BIGINT;
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS line_due_at BIGINT;
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS line_attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS line_problem MEDIUMTEXT;
ALTER TABLE ${tables}work ADD COLUMN IF NOT EXISTS line_marked_at BIGINT;
-- Should the server stop before the last statement, the column is left and hinders nobody.
ALTER TABLE ${tables}work MODIFY COLUMN IF EXISTS attempts INTEGER NULL;

-- held_since: when the device was taken.
ALTER TABLE ${tables}device_lease ADD COLUMN IF NOT EXISTS held_since BIGINT NOT NULL DEFAULT 0;

-- What waited, waits for both targets with its attempts; what is leased may be leased again when its lease ends.
UPDATE ${tables}work SET
  lease_until = CASE WHEN token IS NOT NULL THEN turn_at END,
  access_due_at = turn_at,
  access_attempts = attempts,
  access_problem = CASE WHEN attempts > 0 THEN problem END,
  access_marked_at = marked_at,
  line_due_at = turn_at,
  line_attempts = attempts,
  line_problem = CASE WHEN attempts > 0 THEN problem END,
  line_marked_at = marked_at,
  turn_at = COALESCE(GREATEST(turn_at, marked_at), turn_at)
WHERE turn_at IS NOT NULL;

-- What was given up, is given up for both targets; the last attempt was not counted.
UPDATE ${tables}work SET
  access_attempts = attempts + 1,
  access_problem = COALESCE(problem, ''),
  line_attempts = attempts + 1,
  line_problem = COALESCE(problem, '')
WHERE turn_at IS NULL;

-- A device that was silent is asked again.
UPDATE ${tables}work SET
  access_due_at = CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED),
  line_due_at = CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED),
  turn_at = CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED)
WHERE turn_at IS NULL AND LEFT(problem, 8) = 'NOT_SENT';

-- When the devices were taken, nobody knows any more.
UPDATE ${tables}device_lease SET held_since = CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED);

INSERT INTO ${tables}schema_version (version) VALUES (3);

ALTER TABLE ${tables}work DROP COLUMN IF EXISTS attempts;
ALTER TABLE ${tables}work DROP COLUMN IF EXISTS marked_at;
ALTER TABLE ${tables}work DROP COLUMN IF EXISTS problem;
