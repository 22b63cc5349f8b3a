package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.schema.Migration;
import io.silverdata.contract.adapters.jdbc.internal.schema.SchemaCheck;
import io.silverdata.contract.adapters.jdbc.internal.schema.Scripts;
import io.silverdata.contract.adapters.jdbc.internal.session.Faults;
import io.silverdata.contract.adapters.jdbc.internal.session.Products;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The tables: what they are called, how they are made, and whether they are there.
 *
 * <p>The scripts are plain SQL in the jar, under {@code META-INF/contract/schema/} and then {@code h2}, {@code postgresql} or
 * {@code mariadb}, named as Flyway and Liquibase expect ({@code V1__tables.sql}). They have two placeholders: {@code tables}
 * (prefix, with schema and dot before it if there is one) and {@code prefix}. {@link #migrate} runs those that are missing;
 * a host that has a tool for that points it to the same files. Each script notes its version in the table {@code
 * schema_version}, so that {@link #check} knows, whoever ran it.
 *
 * <p>Immutable. Safe for use by any number of threads.
 */
public final class Schema {
    /** The version that this release works with. */
    public static final int VERSION = SchemaCheck.VERSION;

    private static final String DEFAULT_PREFIX = "ct_";

    private final TableNames names;

    private Schema(TableNames names) {
        this.names = names;
    }

    /** Tables with the prefix {@code ct_} in the schema of the connection. */
    public static Schema defaults() {
        return new Schema(new TableNames(DEFAULT_PREFIX, ""));
    }

    /**
     * The same tables with another prefix.
     *
     * @param prefix 1 to 30 characters of a-z, 0-9 and _, beginning with a letter
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public Schema withTablePrefix(String prefix) {
        return new Schema(new TableNames(Objects.requireNonNull(prefix, "prefix"), names.schema()));
    }

    /**
     * The same tables in another schema (MariaDB: database), which must exist.
     *
     * @param schema 1 to 63 characters of a-z, 0-9 and _, beginning with a letter
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public Schema in(String schema) {
        if (schema.isEmpty()) {
            throw new IllegalArgumentException("schema must not be empty; leave it out for the connection's own");
        }
        return new Schema(new TableNames(names.prefix(), schema));
    }

    /** Makes the default tables, or brings them up to date: {@code Schema.defaults().migrateTables(dataSource)}. */
    public static void migrate(DataSource dataSource) {
        defaults().migrateTables(dataSource);
    }

    /**
     * Makes the tables, or brings them up to date. Does nothing if they are. Several processes may call it at once. What contracts of
     * an earlier release are found by is written 500 contracts at a time, each in a transaction of its own: if a call is
     * stopped, the next one resumes where it stopped.
     *
     * <p>A host that runs the scripts with a tool of its own calls it afterwards, for what no script can write.
     *
     * @throws StorageException if the database cannot be reached, refuses, or has tables of a newer release
     */
    public void migrateTables(DataSource dataSource) {
        new Migration(names).run(dataSource);
    }

    /** The statements that make the tables of this release from nothing, in their order. */
    public List<String> statements(Dialect dialect) {
        return Scripts.all(dialect, 0).stream()
                .flatMap(script -> Scripts.statements(names.script(script)).stream())
                .toList();
    }

    /**
     * Checks that the tables are there and of this release.
     *
     * @throws StorageException naming what is missing, older or newer, and what to do
     */
    public void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            new SchemaCheck(names, connection, Products.dialectOf(connection)).run();
        } catch (SQLException failed) {
            throw Faults.of(failed, "checking the tables " + names.tables() + "*");
        }
    }

    TableNames names() {
        return names;
    }
}
