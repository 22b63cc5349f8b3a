package io.silverdata.contract.adapters.radius.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * The tables with the column names of FreeRADIUS, as far as this library uses them, for tests and trials without FreeRADIUS, on
 * PostgreSQL, MariaDB and SQLite.
 */
public final class FreeRadiusTables {
    private static final List<String> ALL =
            List.of("radcheck", "radreply", "radusergroup", "radgroupreply", "radgroupcheck", "radacct", "nas");

    private FreeRadiusTables() {}

    /** Makes those that are not there yet, with an index on each name that is asked for. */
    public static void create(DataSource database) {
        String product = product(database);
        boolean postgresql = product.equals("postgresql");
        boolean sqlite = product.equals("sqlite");
        String id = postgresql
                ? "id serial primary key"
                : sqlite
                        ? "id integer primary key autoincrement"
                        : "id int unsigned not null auto_increment primary key";
        String address = postgresql ? "inet" : "varchar(45)";
        String time = postgresql ? "timestamp with time zone" : "datetime";
        String user = "username varchar(64) not null default ''";
        String item = "attribute varchar(64) not null, op char(2) not null default '==', value varchar(253) not null";
        create(database, "radcheck", id + ", " + user + ", " + item, "username");
        create(database, "radreply", id + ", " + user + ", " + item, "username");
        create(database, "radgroupreply", id + ", groupname varchar(64) not null, " + item, "groupname");
        create(database, "radgroupcheck", id + ", groupname varchar(64) not null, " + item, "groupname");
        create(
                database,
                "radusergroup",
                id + ", " + user + ", groupname varchar(64) not null, priority int not null default 0",
                "username");
        create(
                database,
                "radacct",
                id.replaceFirst("id", "radacctid")
                        + ", acctsessionid varchar(64) not null, acctuniqueid varchar(32) not null unique, " + user
                        + ", nasipaddress " + address + ", nasportid varchar(32), acctstarttime " + time
                        + ", acctupdatetime " + time + ", acctstoptime " + time + ", callingstationid varchar(50),"
                        + " framedipaddress " + address + ", class varchar(64)",
                "username");
        create(
                database,
                "nas",
                id + ", nasname varchar(128) not null, shortname varchar(32), type varchar(30),"
                        + " secret varchar(60) not null",
                "nasname");
    }

    /** Takes every row out of them. */
    public static void empty(DataSource database) {
        ALL.forEach(table -> run(database, "delete from " + table));
    }

    private static void create(DataSource database, String table, String columns, String name) {
        run(database, "create table if not exists " + table + " (" + columns + ")");
        run(database, "create index if not exists " + table + "_" + name + " on " + table + " (" + name + ")");
    }

    private static String product(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be reached", failed);
        }
    }

    private static void run(DataSource database, String statement) {
        try (Connection connection = database.getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }
}
