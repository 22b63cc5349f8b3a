package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.internal.sql.Dialect;
import io.silverdata.contract.adapters.radius.internal.sql.MariaDbDialect;
import io.silverdata.contract.adapters.radius.internal.sql.PostgresqlDialect;
import io.silverdata.contract.adapters.radius.internal.sql.SqliteDialect;

/** The databases that hold FreeRADIUS' tables. */
public enum SqlDialect {
    /** PostgreSQL 11 or newer. */
    POSTGRESQL(new PostgresqlDialect()),
    /** MariaDB or MySQL with InnoDB. */
    MARIADB(new MariaDbDialect()),
    /** SQLite: one writer at a time for the whole file. Set {@code busy_timeout}, since FreeRADIUS writes to it too. */
    SQLITE(new SqliteDialect());

    private final Dialect dialect;

    SqlDialect(Dialect dialect) {
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }
}
