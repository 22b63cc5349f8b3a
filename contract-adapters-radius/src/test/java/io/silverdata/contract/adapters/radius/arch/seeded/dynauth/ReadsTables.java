package io.silverdata.contract.adapters.radius.arch.seeded.dynauth;

import java.sql.Connection;

record ReadsTables(Connection connection) {}
