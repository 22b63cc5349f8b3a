package io.silverdata.contract.adapters.radius.arch.seeded.dynauth;

import io.silverdata.contract.internal.DeliveryEngine;
import java.sql.Connection;

record KnowsSqlAndInternals(Connection connection, DeliveryEngine engine) {}
