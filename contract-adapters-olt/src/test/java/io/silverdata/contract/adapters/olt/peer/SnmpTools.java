package io.silverdata.contract.adapters.olt.peer;

import io.silverdata.contract.testkit.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * net-snmp's command line tools, {@code snmpget}, {@code snmpset}, {@code snmpwalk} and {@code snmpbulkwalk}, at one agent of
 * 127.0.0.1.
 */
public final class SnmpTools implements AutoCloseable {
    private static final String DEBIAN_PACKAGE = "snmp";
    private static final Pattern LINE = Pattern.compile("\\.?([0-9.]+) = (.*)", Pattern.DOTALL);
    private static final Pattern NEXT_LINE = Pattern.compile("\\n(?=\\.?[0-9]+(?:\\.[0-9]+)+ = )");
    private static final long SECONDS = 60;

    private final WorkDirectory directory = WorkDirectory.create(DEBIAN_PACKAGE);
    private final List<String> credentials;
    private final int port;

    private SnmpTools(List<String> credentials, int port) {
        this.credentials = List.copyOf(credentials);
        this.port = port;
    }

    /** The tools with SNMPv2c. */
    public static SnmpTools v2c(int port, String community) {
        return new SnmpTools(List.of("-v2c", "-c", community), port);
    }

    /** The tools with SNMPv3, authentication and privacy. */
    public static SnmpTools v3(int port, SnmpUser user, String context) {
        return new SnmpTools(
                List.of(
                        "-v3",
                        "-l",
                        "authPriv",
                        "-u",
                        user.name(),
                        "-a",
                        user.authentication(),
                        "-A",
                        user.authenticationKey(),
                        "-x",
                        user.privacy(),
                        "-X",
                        user.privacyKey(),
                        "-n",
                        context),
                port);
    }

    /**
     * One line of a tool's output.
     *
     * @param oid in dotted form, without a leading dot
     * @param value as the tool shows it: {@code INTEGER: 1}, {@code Hex-STRING: 48 57}, {@code No Such Instance ...}
     */
    public record Reading(String oid, String value) {

        /** The number of an INTEGER, Gauge32, Counter32 or TimeTicks. */
        public long number() {
            return Long.parseLong(value.substring(value.indexOf(':') + 1).strip());
        }

        /** The octets of a string as hexadecimal digits in upper case, as they are on the wire. */
        public String hexadecimal() {
            if (value.equals("\"\"")) {
                return "";
            }
            if (!value.startsWith("Hex-STRING:")) {
                throw new IllegalStateException("not a string: " + this);
            }
            return value.substring("Hex-STRING:".length()).replaceAll("\\s", "");
        }
    }

    /** What a tool said and how it ended. */
    public record Result(int status, String text) {
        /** Whether the tool ended well. */
        public boolean succeeded() {
            return status == 0;
        }
    }

    /** Reads one object. */
    public Reading get(String oid) {
        return readings(succeed(run("snmpget", List.of(), List.of(oid)))).get(0);
    }

    /** Reads every object below one, with GETBULK. */
    public List<Reading> walk(String oid) {
        return readings(succeed(run("snmpbulkwalk", List.of("-Cr10"), List.of(oid))));
    }

    /** Reads every object below one, with GETNEXT. */
    public List<Reading> walkOneByOne(String oid) {
        return readings(succeed(run("snmpwalk", List.of(), List.of(oid))));
    }

    /**
     * Writes, all in one PDU.
     *
     * @param assignments triples of object, type ({@code i}, {@code u}, {@code s}, {@code x}) and value
     */
    public Result set(String... assignments) {
        return run("snmpset", List.of(), List.of(assignments));
    }

    /** Removes the tools' files. */
    @Override
    public void close() {
        directory.close();
    }

    private static String succeed(Result result) {
        if (!result.succeeded()) {
            throw new IllegalStateException(result.text());
        }
        return result.text();
    }

    private Result run(String tool, List<String> options, List<String> arguments) {
        // -Onx: object identifiers in numbers, strings always as octets
        List<String> command = new ArrayList<>(
                List.of(Peers.require(tool, DEBIAN_PACKAGE).toString(), "-m", "", "-r", "1", "-t", "5", "-Onx"));
        command.addAll(options);
        command.addAll(credentials);
        command.add("127.0.0.1:" + port);
        command.addAll(arguments);
        Path output = directory.path().resolve("output");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(Snmpd.environment(directory));
            Process process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + tool);
            }
            return new Result(process.exitValue(), java.nio.file.Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Reading> readings(String text) {
        return NEXT_LINE
                .splitAsStream(text.substring(firstReading(text)).stripTrailing())
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Reading(line.group(1), line.group(2).strip()))
                .toList();
    }

    // the tools announce the directories that they make
    private static int firstReading(String text) {
        Matcher first = Pattern.compile("(?m)^\\.?[0-9]+(?:\\.[0-9]+)+ = ").matcher(text);
        return first.find() ? first.start() : text.length();
    }
}
