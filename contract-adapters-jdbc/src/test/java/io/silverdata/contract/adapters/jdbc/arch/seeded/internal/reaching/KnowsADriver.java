package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.reaching;

final class KnowsADriver {
    boolean knows(Object connection) {
        return connection instanceof org.h2.jdbc.JdbcConnection;
    }
}
