package io.silverdata.contract.spring.radius;

import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * FreeRADIUS' tables, and the NAS whose sessions are changed and closed.
 *
 * @param dialect which database FreeRADIUS' tables are in; RADIUS is off while it is not set
 * @param database where they are; the application's data source if empty
 * @param throttled the group of those who are throttled
 * @param captive the group of those who see a captive portal
 * @param owner the name of this application where several share FreeRADIUS' tables
 * @param adoptsLogins whether logins that others wrote are taken over
 * @param nas the NAS, one by one
 * @param nasTable the profile of the NAS that FreeRADIUS' table {@code nas} lists; not read if empty
 */
@ConfigurationProperties("contract.radius")
public record RadiusProperties(
        @Nullable SqlDialect dialect,
        @Nullable Database database,
        @DefaultValue Group throttled,
        @Nullable Group captive,
        @DefaultValue Optional<String> owner,
        @DefaultValue("false") boolean adoptsLogins,
        @DefaultValue List<Nas> nas,
        @DefaultValue Optional<String> nasTable) {

    /**
     * A database.
     *
     * @param url of JDBC
     * @param username the user
     * @param password the user's password
     */
    public record Database(
            String url,
            @DefaultValue Optional<String> username,
            @DefaultValue Optional<String> password) {
        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * A group of subscribers whose service is limited.
     *
     * @param group its name in FreeRADIUS' tables
     * @param downMbps Mbit/s to the subscriber
     * @param upMbps Mbit/s from the subscriber
     */
    public record Group(
            @DefaultValue("throttled") String group,
            @DefaultValue("1") long downMbps,
            @DefaultValue("1") long upMbps) {}

    /**
     * A NAS.
     *
     * @param name as in logs and meters
     * @param address where it takes requests of RFC 5176
     * @param port at which
     * @param secret the shared secret
     * @param profile {@code mikrotik}, {@code huawei}, {@code accel-ppp}, {@code wispr}, {@code nokia-sr-override}, or the name of a bean
     */
    public record Nas(
            String name,
            String address,
            @DefaultValue("" + NasEndpoint.DEFAULT_PORT) int port,
            String secret,
            String profile) {
        @Override
        public String toString() {
            return name + " at " + address + ":" + port;
        }
    }
}
