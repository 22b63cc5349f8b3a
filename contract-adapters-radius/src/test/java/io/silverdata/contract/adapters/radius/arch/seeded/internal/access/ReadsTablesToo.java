package io.silverdata.contract.adapters.radius.arch.seeded.internal.access;

import java.sql.ResultSet;

record ReadsTablesToo(ResultSet rows) {}
