/** Durable storage over JDBC for the contract library: H2, PostgreSQL, MariaDB. */
@NullMarked
package io.silverdata.contract.adapters.jdbc;

import org.jspecify.annotations.NullMarked;
