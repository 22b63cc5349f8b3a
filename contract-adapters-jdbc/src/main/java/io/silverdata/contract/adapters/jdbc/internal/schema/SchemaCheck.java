package io.silverdata.contract.adapters.jdbc.internal.schema;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.spi.StorageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Looks whether the tables are there and of the right version. */
public final class SchemaCheck {
    /** The version that this release works with. */
    public static final int VERSION = 8;

    private static final Set<String> TABLES = Set.of(
            "schema_version",
            "latch",
            "contract",
            "onu",
            "login",
            "event",
            "olt",
            "pon_port",
            "splitter",
            "output",
            "work",
            "command",
            "device_lease",
            "report_settings",
            "segment",
            "span",
            "span_total",
            "agreement",
            "service",
            "flag",
            "attribute",
            "note",
            "coexistence",
            "plant_move",
            "plant_move_part",
            "network");

    private final TableNames names;
    private final Connection connection;
    private final Dialect dialect;

    public SchemaCheck(TableNames names, Connection connection, Dialect dialect) {
        this.names = names;
        this.connection = connection;
        this.dialect = dialect;
    }

    public void run() throws SQLException {
        Set<String> missing = new TreeSet<>();
        Set<String> there = tables();
        TABLES.stream()
                .map(table -> names.prefix() + table)
                .filter(table -> !there.contains(table))
                .forEach(missing::add);
        int version = version();
        if (version > VERSION) {
            throw newer(names, version);
        }
        if (version < VERSION) {
            throw new StorageException("the tables " + names.tables() + "* are "
                    + (version == 0 ? "not there" : "of version " + version) + ", this release works with version "
                    + VERSION + "; call Schema.migrate, or run the scripts of this release");
        }
        if (missing.isEmpty() && isToBeFilled()) {
            throw new StorageException("the tables " + names.tables() + "* are of version " + version
                    + ", but what contracts are found by is not written for all of them yet; call Schema.migrate, which resumes"
                    + " where it stopped, also after Flyway or Liquibase");
        }
        if (!missing.isEmpty()) {
            throw new StorageException("the database says that the tables are of version " + version
                    + ", but these are missing: " + String.join(", ", missing)
                    + "; restore them, or check schema and prefix");
        }
    }

    /** The version that the database notes; 0 if there are no tables. */
    int version() throws SQLException {
        if (!tables().contains(names.prefix() + "schema_version")) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(names.sql("SELECT MAX(version) FROM {schema_version}"))) {
            row.next();
            return row.getInt(1);
        }
    }

    private boolean isToBeFilled() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(names.sql("SELECT position FROM {latch} WHERE name = 'search'"))) {
            return row.next();
        }
    }

    static StorageException newer(TableNames names, int version) {
        return new StorageException(
                "the tables " + names.tables() + "* are of version " + version + ", newer than version " + VERSION
                        + " of this release; use the release that made them, or a later one");
    }

    private Set<String> tables() throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        boolean upper = meta.storesUpperCaseIdentifiers();
        boolean mariaDb = dialect == Dialect.MARIADB;
        String schema = names.schema().isEmpty()
                ? (mariaDb ? connection.getCatalog() : connection.getSchema())
                : upper ? names.schema().toUpperCase(Locale.ROOT) : names.schema();
        Set<String> found = new TreeSet<>();
        // the pattern is wide on purpose: an underscore in it stands for any character
        String pattern = upper ? names.prefix().toUpperCase(Locale.ROOT) + "%" : names.prefix() + "%";
        try (ResultSet tables =
                meta.getTables(mariaDb ? schema : connection.getCatalog(), mariaDb ? null : schema, pattern, null)) {
            while (tables.next()) {
                found.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }
}
