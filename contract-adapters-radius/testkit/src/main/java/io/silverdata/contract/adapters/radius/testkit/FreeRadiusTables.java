package io.silverdata.contract.adapters.radius.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The tables of FreeRADIUS' module {@code sql}, for tests and trials without FreeRADIUS: those columns that the adapter
 * uses, with the names and types of FreeRADIUS' own schemas. On PostgreSQL, MariaDB (or MySQL) and SQLite, which are told
 * apart by what the driver calls itself.
 */
public final class FreeRadiusTables {
    private static final List<String> ALL =
            List.of("radcheck", "radreply", "radusergroup", "radgroupreply", "radgroupcheck", "radacct", "nas");

    private FreeRadiusTables() {}

    /**
     * Creates the tables that do not exist, each with an index on the name by which it is read: {@code radcheck}, {@code
     * radreply}, {@code radusergroup}, {@code radgroupcheck}, {@code radgroupreply}, {@code radacct} and {@code nas}.
     *
     * @throws IllegalStateException when the database failed
     */
    public static void create(DataSource database) {
        DatabaseProduct product = DatabaseProduct.of(database);
        String id = product.idColumn();
        String address = product.addressType();
        String time = product.timeType();
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

    /**
     * Deletes every row of all of them.
     *
     * @throws IllegalStateException when the database failed
     */
    public static void empty(DataSource database) {
        ALL.forEach(table -> run(database, "delete from " + table));
    }

    private static void create(DataSource database, String table, String columns, String name) {
        run(database, "create table if not exists " + table + " (" + columns + ")");
        run(database, "create index if not exists " + table + "_" + name + " on " + table + " (" + name + ")");
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
