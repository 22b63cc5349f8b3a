package io.silverdata.contract.adapters.radius;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The tables with the column names of FreeRADIUS, as far as this library uses them, for tests without FreeRADIUS. */
final class FreeRadiusTables {
    private static final List<String> ALL =
            List.of("radcheck", "radreply", "radusergroup", "radgroupreply", "radgroupcheck", "radacct", "nas");

    private FreeRadiusTables() {}

    static void create(DataSource database, SqlDialect dialect) {
        String id = switch (dialect) {
            case POSTGRESQL -> "id serial primary key";
            case MARIADB -> "id int unsigned not null auto_increment primary key";
            case SQLITE -> "id integer primary key autoincrement";
        };
        String address = dialect == SqlDialect.POSTGRESQL ? "inet" : "varchar(45)";
        String time = switch (dialect) {
            case POSTGRESQL -> "timestamp with time zone";
            case MARIADB, SQLITE -> "datetime";
        };
        String user = "username varchar(64) not null default ''";
        String item = "attribute varchar(64) not null, op char(2) not null default '==', value varchar(253) not null)";
        run(database, "create table radcheck (" + id + ", " + user + ", " + item);
        run(database, "create table radreply (" + id + ", " + user + ", " + item);
        run(database, "create table radgroupreply (" + id + ", groupname varchar(64) not null, " + item);
        run(database, "create table radgroupcheck (" + id + ", groupname varchar(64) not null, " + item);
        run(
                database,
                "create table radusergroup (" + id + ", " + user
                        + ", groupname varchar(64) not null, priority int not null default 0)");
        run(
                database,
                "create table radacct (" + id.replaceFirst("id", "radacctid")
                        + ", acctsessionid varchar(64) not null, acctuniqueid varchar(32) not null unique, " + user
                        + ", nasipaddress " + address + ", nasportid varchar(32), acctstarttime " + time
                        + ", acctupdatetime " + time + ", acctstoptime " + time + ", callingstationid varchar(50),"
                        + " framedipaddress " + address + ", class varchar(64))");
        run(
                database,
                "create table nas (" + id + ", nasname varchar(128) not null, shortname varchar(32),"
                        + " type varchar(30), secret varchar(60) not null)");
    }

    static void empty(DataSource database) {
        ALL.forEach(table -> run(database, "delete from " + table));
    }

    static void run(DataSource database, String statement) {
        try (Connection connection = database.getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(statement, failed);
        }
    }
}
