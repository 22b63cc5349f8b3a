package io.silverdata.contract.adapters.radius.peer;

import io.silverdata.contract.testkit.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** FreeRADIUS' command line client: a NAS that asks, or an independent sender of requests. */
public final class RadClient {
    private final Path program = Peers.require("radclient", "freeradius-utils");

    /** Finds the program, or skips the test. */
    public RadClient() {}

    /**
     * Sends one request, waits for its answer up to a second, and sends it once only.
     *
     * @param kind {@code auth}, {@code acct}, {@code status}, {@code coa} or {@code disconnect}
     * @param attributes as {@code User-Name=alice,User-Password=secret}; {@code Message-Authenticator=0x00} is computed
     */
    public Reply send(InetSocketAddress server, String kind, String secret, String attributes) {
        try {
            Process process = new ProcessBuilder(
                            program.toString(),
                            "-x",
                            "-r1",
                            "-t1",
                            server.getAddress().getHostAddress() + ":" + server.getPort(),
                            kind,
                            secret)
                    .redirectErrorStream(true)
                    .start();
            try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(attributes);
                input.write('\n');
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("radclient does not end, it printed:\n" + printed);
            }
            return new Reply(process.exitValue(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What came back.
     *
     * @param exit 0: a positive answer
     * @param printed request and answer, one attribute a line
     */
    public record Reply(int exit, String printed) {
        /** Whether the kind of answer came, for example {@code Access-Accept}. */
        public boolean is(String code) {
            return printed.contains("Received " + code + " ");
        }

        /** Whether the answer has the attribute, for example {@code Filter-Id = "slow"}. */
        public boolean has(String attribute) {
            int answer = printed.indexOf("Received ");
            return answer >= 0 && printed.indexOf(attribute, answer) >= 0;
        }
    }
}
