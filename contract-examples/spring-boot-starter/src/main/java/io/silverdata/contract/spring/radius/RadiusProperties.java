package io.silverdata.contract.spring.radius;

import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.attribute.ValueKind;
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
 * @param owner the name of this application where several share FreeRADIUS' tables, 1 to 32 of a-z, 0-9 and -
 * @param adoptsLogins whether logins that others wrote are taken over
 * @param nas the NAS, one by one
 * @param nasTable the profile of the NAS that FreeRADIUS' table {@code nas} lists; not read if empty
 * @param replyAttributes the form of attributes that contracts may have and that this library does not know
 */
@ConfigurationProperties(prefix = "contract.radius", ignoreUnknownFields = false)
public record RadiusProperties(
        @Nullable SqlDialect dialect,
        @Nullable Database database,
        @DefaultValue Throttled throttled,
        @DefaultValue Captive captive,
        @DefaultValue Optional<String> owner,
        @DefaultValue("false") boolean adoptsLogins,
        @DefaultValue List<Nas> nas,
        @DefaultValue Optional<String> nasTable,
        @DefaultValue List<ReplyAttribute> replyAttributes) {

    /**
     * A database.
     *
     * @param url of JDBC
     * @param username the user
     * @param password the user's password
     */
    public record Database(
            @Nullable String url,
            @DefaultValue Optional<String> username,
            @DefaultValue Optional<String> password) {
        @Override
        public String toString() {
            return String.valueOf(url);
        }
    }

    /**
     * The group of subscribers who are slowed down.
     *
     * @param group its name in FreeRADIUS' tables
     * @param downMbps Mbit/s to the subscriber, 1 or more
     * @param upMbps Mbit/s from the subscriber, 1 or more
     */
    public record Throttled(
            @DefaultValue("throttled") String group,
            @DefaultValue("1") long downMbps,
            @DefaultValue("1") long upMbps) {}

    /**
     * The group of subscribers who reach a captive portal only.
     *
     * @param group its name in FreeRADIUS' tables, another than for throttling
     * @param downMbps Mbit/s to the subscriber, 1 or more
     * @param upMbps Mbit/s from the subscriber, 1 or more
     */
    public record Captive(
            @DefaultValue("captive") String group,
            @DefaultValue("2") long downMbps,
            @DefaultValue("1") long upMbps) {}

    /**
     * A NAS.
     *
     * @param name as in logs and meters, 1 to 64 characters
     * @param address where it takes requests of RFC 5176
     * @param port at which, 1 to 65535
     * @param secret the shared secret, 16 to 128 octets
     * @param profile {@code mikrotik}, {@code huawei}, {@code accel-ppp}, {@code wispr}, {@code nokia-sr-override}, or the name of a bean
     * @param serves addresses or networks by which it calls itself in accounting; that at which it takes requests if empty
     */
    public record Nas(
            @Nullable String name,
            @Nullable String address,
            @DefaultValue("" + NasEndpoint.DEFAULT_PORT) int port,
            @Nullable String secret,
            @Nullable String profile,
            @DefaultValue List<String> serves) {
        @Override
        public String toString() {
            return name + " at " + address + ":" + port;
        }
    }

    /**
     * The form of an attribute of subscribers that this library does not know.
     *
     * @param name as in FreeRADIUS' dictionary, 1 to 64 characters
     * @param vendor the vendor's number, 1 to 16777215; 0 for an attribute of the RFCs
     * @param code its number, 1 to 255
     * @param kind what its value looks like in a request
     */
    public record ReplyAttribute(
            @Nullable String name,
            @DefaultValue("0") int vendor,
            @Nullable Integer code,
            @DefaultValue("TEXT") ValueKind kind) {}
}
