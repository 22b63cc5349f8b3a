package io.silverdata.contract.adapters.jdbc.dialect;

/** The databases that are known, each with its own SQL. */
public enum Dialect {
    /** H2, 2.3 and later. */
    H2,
    /** PostgreSQL, 13 and later. */
    POSTGRESQL,
    /** MariaDB, 10.6 and later, with InnoDB. */
    MARIADB
}
