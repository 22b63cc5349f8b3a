package io.silverdata.contract.adapters.jdbc.testing;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How each database is spoilt and put right. The user {@code shop} can read at first, and no more. */
public enum SpoiltServer {
    POSTGRESQL(
            List.of(
                    "DROP DATABASE IF EXISTS victim",
                    "DROP ROLE IF EXISTS shop",
                    "CREATE ROLE shop LOGIN PASSWORD 'secret'",
                    "CREATE DATABASE victim"),
            List.of("GRANT SELECT ON ALL TABLES IN SCHEMA public TO shop"),
            List.of(
                    "GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO shop",
                    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO shop"),
            "ALTER DATABASE victim SET default_transaction_read_only = on",
            "ALTER DATABASE victim RESET default_transaction_read_only",
            "ALTER ROLE shop PASSWORD 'changed'",
            "ALTER ROLE shop VALID UNTIL '2000-01-01'"),
    MARIADB(
            List.of(
                    "SET foreign_key_checks = 0",
                    "DROP DATABASE IF EXISTS victim",
                    "CREATE DATABASE victim",
                    "CREATE OR REPLACE USER shop@'%' IDENTIFIED BY 'secret'"),
            List.of("GRANT SELECT ON victim.* TO shop@'%'"),
            List.of("GRANT INSERT, UPDATE, DELETE ON victim.* TO shop@'%'"),
            "SET GLOBAL read_only = 1",
            "SET GLOBAL read_only = 0",
            "ALTER USER shop@'%' IDENTIFIED BY 'changed'",
            "ALTER USER shop@'%' PASSWORD EXPIRE");

    private final List<String> creating;
    private final List<String> reading;
    private final List<String> writing;
    private final String readOnly;
    private final String writable;
    private final String changingPassword;
    private final String expiringPassword;

    SpoiltServer(
            List<String> creating,
            List<String> reading,
            List<String> writing,
            String readOnly,
            String writable,
            String changingPassword,
            String expiringPassword) {
        this.creating = creating;
        this.reading = reading;
        this.writing = writing;
        this.readOnly = readOnly;
        this.writable = writable;
        this.changingPassword = changingPassword;
        this.expiringPassword = expiringPassword;
    }

    public String url(String database) {
        return (this == POSTGRESQL
                        ? PostgresServer.shared().url()
                        : MariaDbServer.shared().url())
                .replaceAll("/(postgres|test)(\\?.*)?$", "/" + database);
    }

    public DataSource as(String user, String password) {
        return source(url("victim"), user, password);
    }

    public DataSource asAdministrator() {
        return as(this == POSTGRESQL ? "postgres" : "root", "");
    }

    public void administrate(String database, List<String> statements) {
        try (Connection connection =
                        DriverManager.getConnection(url(database), this == POSTGRESQL ? "postgres" : "root", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A database without tables. */
    public void createEmpty() {
        administrate(home(), creating);
    }

    /** Tables and the shop's plant, in which the shop may read. */
    public void createTables() {
        Schema.migrate(asAdministrator());
        JdbcStorage.builder().dataSource(asAdministrator()).build().plant().install(HostShop.plant());
        administrate("victim", reading);
    }

    public void create() {
        createEmpty();
        createTables();
    }

    public void letShopWrite() {
        administrate("victim", writing);
    }

    public void makeReadOnly() {
        administrate(home(), List.of(readOnly));
    }

    public void makeWritable() {
        administrate(home(), List.of(writable));
    }

    /** From now on the shop's password is {@code changed}. */
    public void changePassword() {
        administrate(home(), List.of(changingPassword));
    }

    public void letPasswordExpire() {
        administrate(home(), List.of(expiringPassword));
    }

    /** The database that is always there. */
    public String home() {
        return this == POSTGRESQL ? "postgres" : "test";
    }

    public static DataSource source(String url, String user, String password) {
        return new DriverManagerDataSource(url, user, password);
    }
}
