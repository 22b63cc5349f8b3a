package io.silverdata.contract.adapters.radius.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** In what the databases of FreeRADIUS differ. */
enum DatabaseProduct {
    POSTGRESQL("id serial primary key", "inet", "timestamp with time zone", "cast(? as inet)", "to_timestamp(?)"),
    MARIADB("id int unsigned not null auto_increment primary key", "varchar(45)", "datetime", "?", "from_unixtime(?)"),
    // FreeRADIUS writes seconds since 1970
    SQLITE("id integer primary key autoincrement", "varchar(45)", "datetime", "?", "?");

    private final String idColumn;
    private final String addressType;
    private final String timeType;
    private final String addressParameter;
    private final String secondsParameter;

    DatabaseProduct(
            String idColumn, String addressType, String timeType, String addressParameter, String secondsParameter) {
        this.idColumn = idColumn;
        this.addressType = addressType;
        this.timeType = timeType;
        this.addressParameter = addressParameter;
        this.secondsParameter = secondsParameter;
    }

    static DatabaseProduct of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String name = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return switch (name) {
                case "postgresql" -> POSTGRESQL;
                case "sqlite" -> SQLITE;
                case "mariadb", "mysql" -> MARIADB;
                default -> throw new IllegalStateException("FreeRADIUS' tables are not made on " + name);
            };
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot be reached", failed);
        }
    }

    String idColumn() {
        return idColumn;
    }

    String addressType() {
        return addressType;
    }

    String timeType() {
        return timeType;
    }

    String addressParameter() {
        return addressParameter;
    }

    String secondsParameter() {
        return secondsParameter;
    }
}
