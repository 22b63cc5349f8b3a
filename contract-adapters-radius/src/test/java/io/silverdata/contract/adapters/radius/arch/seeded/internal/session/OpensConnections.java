package io.silverdata.contract.adapters.radius.arch.seeded.internal.session;

import javax.sql.DataSource;

record OpensConnections(DataSource database) {}
