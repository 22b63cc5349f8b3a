package io.silverdata.contract.adapters.olt.peer;

import io.silverdata.contract.testkit.Peers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * net-snmp's agent, with its own coding of messages, its own user-based security and its own tables.
 *
 * <p>It knows two users with authentication and privacy, {@link SnmpUser#SHA256_AES128} and {@link SnmpUser#SHA512_AES256},
 * the community {@value #READ_WRITE} that may write and the community {@value #READ_ONLY} that may not. It serves {@code
 * snmpTargetParamsTable} (RFC 3413), whose row status others implemented. Started with {@link #withOlt()} it also is an OLT of
 * Huawei's, written in Perl as the MIB reads: there net-snmp is independent of this library, but the behaviour of the tables
 * is not.
 */
public final class Snmpd implements AutoCloseable {
    /** A community that may only read. */
    public static final String READ_ONLY = "look";

    /** A community that may write. */
    public static final String READ_WRITE = "change";

    private static final String DEBIAN_PACKAGE = "snmpd";
    private static final List<SnmpUser> USERS = List.of(SnmpUser.SHA256_AES128, SnmpUser.SHA512_AES256);

    private final WorkDirectory directory;
    private final ForeignProcess process;

    private Snmpd(WorkDirectory directory, ForeignProcess process) {
        this.directory = directory;
        this.process = process;
    }

    /** The agent with what it brings along. */
    public static Snmpd start() {
        return start(WorkDirectory.create(DEBIAN_PACKAGE), "");
    }

    /** The agent with one user and an snmpEngineID that is told, as a copied configuration has it: in hexadecimal digits. */
    public static Snmpd withEngine(String engineId, SnmpUser user) {
        WorkDirectory directory = WorkDirectory.create(DEBIAN_PACKAGE);
        return startWith(directory, "exactEngineID 0x" + engineId + "\n" + configuration(List.of(user)));
    }

    /**
     * The agent as an OLT: two PON ports, {@code GPON 0/1/0} and {@code GPON 0/1/1}, automatic discovery with one unknown
     * ONU at each, line and service profiles {@code line-home-100} and {@code line-home-300}.
     */
    public static Snmpd withOlt() {
        PerlAgent.require();
        WorkDirectory directory = WorkDirectory.create(DEBIAN_PACKAGE);
        Path script = directory.copyResource("olt.pl");
        return start(directory, "sysObjectID 1.3.6.1.4.1.2011.2.123\nperl do \"" + script + "\"\n");
    }

    /** The port of 127.0.0.1 where it listens. */
    public int port() {
        return process.port();
    }

    /** What the agent has written, for the message of a failed test. */
    public String log() {
        return process.output();
    }

    /** Ends the agent and removes its files. */
    @Override
    public void close() {
        process.close();
        directory.close();
    }

    private static Snmpd start(WorkDirectory directory, String more) {
        return startWith(directory, configuration(USERS) + more);
    }

    private static Snmpd startWith(WorkDirectory directory, String text) {
        Path program = Peers.require("snmpd", DEBIAN_PACKAGE);
        Path configuration = directory.write("snmpd.conf", text);
        // the tables of this machine's own interfaces are left out: the OLT has its own
        return new Snmpd(
                directory,
                ForeignProcess.startOnFreePort(
                        port -> List.of(
                                program.toString(),
                                "-f",
                                "-Lo",
                                "-C",
                                "-c",
                                configuration.toString(),
                                "-I",
                                "-ifTable,-ifXTable,-smux",
                                "udp:127.0.0.1:" + port),
                        environment(directory),
                        directory.path(),
                        "NET-SNMP version"));
    }

    static Map<String, String> environment(WorkDirectory directory) {
        String path = directory.path().toString();
        return Map.of("MIBS", "", "SNMP_PERSISTENT_DIR", path, "SNMPCONFPATH", path);
    }

    private static String configuration(List<SnmpUser> known) {
        String users = known.stream()
                .map(user -> "createUser " + user.name() + " " + user.authentication() + " \""
                        + user.authenticationKey() + "\" " + user.privacy() + " \"" + user.privacyKey() + "\"\nrwuser "
                        + user.name() + " priv\n")
                .collect(Collectors.joining());
        return users + "rocommunity " + READ_ONLY + " 127.0.0.1\n" + "rwcommunity " + READ_WRITE + " 127.0.0.1\n";
    }
}
