-- Version 5: the splitters of a PON port by an index.
-- ${tables} and ${prefix} stand for what they stand for in V1.

CREATE INDEX IF NOT EXISTS ${prefix}splitter_pon_port ON ${tables}splitter (pon_port_id);

INSERT INTO ${tables}schema_version (version) VALUES (5);
