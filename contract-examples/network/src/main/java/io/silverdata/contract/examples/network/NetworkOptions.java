package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.model.OltId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network: the options that programs have in common. Secrets are named, never given. */
public final class NetworkOptions {

    /** What is behind the contracts. */
    public enum Kind {
        /** Nothing but memory. */
        memory,
        /** RADIUS and SNMP over UDP. */
        udp
    }

    @Option(
            names = "--network",
            paramLabel = "KIND",
            description =
                    "udp: RADIUS and SNMP over UDP, to devices simulated in this process unless real ones are named below. "
                            + "memory: nothing crosses a wire. Default: ${DEFAULT-VALUE}.")
    private Kind kind = Kind.udp;

    @Option(
            names = "--radius-jdbc-url",
            paramLabel = "URL",
            description =
                    "The database of a FreeRADIUS (PostgreSQL, MariaDB, SQLite) in place of an SQLite file in --data. "
                            + "Groups of the plans are written into it.")
    private @Nullable String radiusUrl;

    @Option(names = "--radius-jdbc-user", paramLabel = "NAME", description = "Who connects to it.")
    private @Nullable String radiusUser;

    @Option(
            names = "--radius-jdbc-password",
            paramLabel = "WORD",
            defaultValue = "${env:RADIUS_JDBC_PASSWORD}",
            description = "With which password. Default: the environment variable RADIUS_JDBC_PASSWORD.")
    private @Nullable String radiusPassword;

    @Option(
            names = "--nas",
            paramLabel = "[PROFILE@]ADDRESS[:PORT]/env:NAME",
            description =
                    "A real NAS in place of the simulated one; may be given several times. Behind the slash stands where its "
                            + "secret is: env:NAME, an environment variable, or file:PATH, the first line of a file. Port: 3799. "
                            + "PROFILE: mikrotik (the default), cisco(IN;OUT), juniper(INGRESS;EGRESS), juniper-service(SERVICE), huawei, "
                            + "huawei-profile(QOS-PROFILE), nokia(SLA-PROFILE), nokia-override, accel-ppp or wispr; in brackets templates "
                            + "with {up} and {down}. "
                            + "Others are looked up in table nas. Needs --radius-jdbc-url.")
    private List<String> nases = List.of();

    @Option(
            names = "--olt",
            paramLabel = "ID=DRIVER@HOST[:PORT]",
            description =
                    "A real OLT in place of a simulated one; may be given several times. DRIVER as in docs/olt.md. Port: 161. "
                            + "SNMPv3 with SHA-256 and AES-128; the user and both passphrases are in --olt-file, or in the environment "
                            + "variables OLT_USER, OLT_AUTH and OLT_PRIV.")
    private List<String> olts = List.of();

    @Option(
            names = "--olt-file",
            paramLabel = "FILE",
            description =
                    "Properties of real OLTs: user, auth, priv; plan.NAME=LINE/SERVICE[/GEM:USER-VLAN:OUTER-VLAN[:UPSTREAM]], "
                            + "what line profile NAME is on it, by default LINE and SERVICE of the same name; experimental=REGISTER,..., "
                            + "which experimental operations are allowed; option.NAME=VALUE for its driver. With \"ID.\" before it, a "
                            + "property is for that OLT only.")
    private @Nullable Path oltFile;

    /** The defaults, until picocli fills them in. */
    public NetworkOptions() {}

    /** Whether its tables of RADIUS are in the folder that {@link #open} is given. */
    public boolean isEmbedded() {
        return kind == Kind.udp && radiusUrl == null;
    }

    /** Removes what an earlier run left in a folder. */
    public void deleteEmbedded(Path folder) {
        RadiusDatabase.delete(folder);
    }

    /** Whether RADIUS is real, and its NASes, and there are real OLTs: nothing of it ends with this process. */
    public boolean isReal() {
        return kind == Kind.udp && radiusUrl != null && !nases.isEmpty() && !olts.isEmpty();
    }

    /** The OLTs that are named, with their drivers. */
    public Map<OltId, String> namedOlts() {
        return OltOptions.drivers(olts);
    }

    /**
     * Opens the network. Devices are not asked anything yet.
     *
     * @param data the folder for what is embedded
     * @param now on the clock of the contracts
     * @throws IllegalArgumentException in words for the user who gave the options
     */
    public Network open(NetworkPlan plan, Path data, Instant now) {
        if (kind == Kind.memory) {
            if (radiusUrl != null || !nases.isEmpty() || !olts.isEmpty()) {
                throw new IllegalArgumentException("--network memory has no --radius-jdbc-url, --nas or --olt");
            }
            return new MemoryNetwork();
        }
        if (!nases.isEmpty() && radiusUrl == null) {
            throw new IllegalArgumentException("--nas needs --radius-jdbc-url: its sessions are in that database");
        }
        List<NasOption> named = nases.stream().map(NasOption::parse).toList();
        Map<OltId, OltSettings> real = OltOptions.settings(olts, Optional.ofNullable(oltFile), plan);
        Olts lines = new Olts(plan, real);
        try {
            return new UdpNetwork(radius(plan, named, data, now), lines);
        } catch (RuntimeException failed) {
            lines.close();
            throw failed;
        }
    }

    private Radius radius(NetworkPlan plan, List<NasOption> named, Path data, Instant now) {
        RadiusDatabase database = radiusUrl == null
                ? RadiusDatabase.in(data)
                : RadiusDatabase.at(radiusUrl, Optional.ofNullable(radiusUser), Optional.ofNullable(radiusPassword));
        try {
            return new Radius(database, named, plan.plans(), now);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }
}
