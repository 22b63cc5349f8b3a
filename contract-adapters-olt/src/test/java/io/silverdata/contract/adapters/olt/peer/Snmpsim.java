package io.silverdata.contract.adapters.olt.peer;

import io.silverdata.contract.testkit.Peers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * snmpsim, an agent in Python that plays recordings; with its own coding of messages and its own user-based security.
 *
 * <p>A recording's name is the community of SNMPv2c and the context of SNMPv3. The only user is {@link
 * SnmpUser#SHA256_AES128}.
 */
public final class Snmpsim implements AutoCloseable {
    private static final String DEBIAN_PACKAGE = "snmpsim";
    private static final Path VARIATIONS = Path.of("/usr/share/snmpsim/variation");

    private final WorkDirectory directory;
    private final ForeignProcess process;

    private Snmpsim(WorkDirectory directory, ForeignProcess process) {
        this.directory = directory;
        this.process = process;
    }

    /** Plays the recordings, each under its name. */
    public static Snmpsim play(Map<String, Recording> recordings) {
        Path program = Peers.find("snmpsimd")
                .or(() -> Peers.find("snmpsim-command-responder"))
                .orElseGet(() -> Peers.require("snmpsimd", DEBIAN_PACKAGE));
        WorkDirectory directory = WorkDirectory.create(DEBIAN_PACKAGE);
        recordings.forEach((name, recording) -> directory.write("data/" + name + ".snmprec", recording.text()));
        directory.write("cache/.keep", "");
        directory.openToAll();
        return new Snmpsim(
                directory,
                ForeignProcess.startOnFreePort(
                        port -> command(program, directory.path(), port),
                        Map.of("PYTHONUNBUFFERED", "1", "PYTHONWARNINGS", "ignore"),
                        directory.path(),
                        "Listening at UDP/IPv4 endpoint"));
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

    private static List<String> command(Path program, Path directory, int port) {
        SnmpUser user = SnmpUser.SHA256_AES128;
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--data-dir=" + directory.resolve("data"),
                "--cache-dir=" + directory.resolve("cache"),
                "--variation-modules-dir=" + VARIATIONS,
                "--agent-udpv4-endpoint=127.0.0.1:" + port,
                "--logging-method=stdout",
                "--v3-user=" + user.name(),
                "--v3-auth-key=" + user.authenticationKey(),
                "--v3-auth-proto=SHA256",
                "--v3-priv-key=" + user.privacyKey(),
                "--v3-priv-proto=AES128"));
        if ("root".equals(System.getProperty("user.name"))) {
            // it refuses to stay root
            command.add("--process-user=nobody");
            command.add("--process-group=nogroup");
        }
        return command;
    }
}
