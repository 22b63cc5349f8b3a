package io.silverdata.contract.examples.benchmarks.path;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.examples.benchmarks.storage.ContractCopies;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.testkit.ContractFixtures;
import java.sql.SQLException;
import java.util.List;

/** The logins of {@link ContractCopies}: one goes through the gateway, and its rows are copied. */
final class Logins {
    private Logins() {}

    /** A database with FreeRADIUS' tables, which a gateway looks at when it is built. */
    static HikariDataSource database(PostgresPeer server) throws SQLException {
        HikariDataSource radius = server.empty("radius", 2);
        FreeRadiusTables.create(radius);
        return radius;
    }

    /**
     * Makes logins, each with one open session.
     *
     * @param access writes the rows of the template
     */
    static void copy(HikariDataSource radius, AccessProvisioner access, int last) throws SQLException {
        access.ensure(ContractFixtures.accessService(ContractCopies.TEMPLATE));
        String user = "'user-' || n || '@example.net'";
        for (String table : List.of("radcheck", "radreply", "radusergroup")) {
            PostgresPeer.execute(
                    radius, "CREATE TABLE template_" + table + " AS SELECT * FROM " + table, "DELETE FROM " + table);
        }
        String numbers = " CROSS JOIN generate_series(0, " + (last - 1) + ") n";
        String facts = ContractCopies.ID + "::text || '"
                + String.join(
                        "|",
                        "",
                        ContractFixtures.plan().accessProfile().value(),
                        Long.toString(ContractFixtures.plan().download().bitsPerSecond()),
                        Long.toString(ContractFixtures.plan().upload().bitsPerSecond()),
                        "NONE")
                + "'";
        String mark = "'sc-' || left(encode(sha256(convert_to(" + facts + ", 'UTF8')), 'hex'), 12) || '-0badcafe-f'";
        String owned = "'sc|contract|' || " + ContractCopies.ID + "::text || '|"
                + ContractFixtures.plan().accessProfile().value() + "||'";
        PostgresPeer.execute(
                radius,
                "INSERT INTO radcheck (username, attribute, op, value) SELECT " + user
                        + ", attribute, op, CASE WHEN attribute = 'Tmp-String-9' THEN " + owned
                        + " ELSE value END FROM template_radcheck t"
                        + numbers,
                "INSERT INTO radreply (username, attribute, op, value) SELECT " + user
                        + ", attribute, op, CASE WHEN attribute = 'Class' THEN " + mark
                        + " ELSE value END FROM template_radreply t"
                        + numbers,
                "INSERT INTO radusergroup (username, groupname, priority) SELECT " + user
                        + ", groupname, priority FROM template_radusergroup t" + numbers,
                "INSERT INTO radacct (acctsessionid, acctuniqueid, username, nasipaddress, acctstarttime,"
                        + " framedipaddress, class) SELECT 's' || n, 's' || n, " + user + ", '" + Host.NAS
                        + "', now(), '100.64.0.0'::inet + n, " + mark + " FROM generate_series(0, " + (last - 1)
                        + ") n");
        PostgresPeer.settle(radius);
    }
}
