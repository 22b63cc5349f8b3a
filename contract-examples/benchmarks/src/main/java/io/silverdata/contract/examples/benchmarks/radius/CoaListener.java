package io.silverdata.contract.examples.benchmarks.radius;

import io.silverdata.contract.examples.benchmarks.harness.AtEnd;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A FreeRADIUS that acknowledges every Disconnect-Request. */
public final class CoaListener implements AutoCloseable {
    /** What every NAS of the benchmark has in common with its clients. */
    public static final String SECRET = "a-secret-of-the-bench";

    private final int port;
    private final Path directory;
    private final AtEnd end;
    private volatile @Nullable Process process;

    CoaListener() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            port = socket.getLocalPort();
        }
        directory = Files.createTempDirectory("contract-bench-freeradius");
        end = new AtEnd(this::stop);
        Files.createDirectories(directory.resolve("log"));
        Files.createDirectories(directory.resolve("run"));
        Files.writeString(directory.resolve("radiusd.conf"), """
                prefix = /usr
                libdir = /usr/lib/freeradius
                confdir = %1$s
                logdir = %1$s/log
                run_dir = %1$s/run
                max_request_time = 10
                cleanup_delay = 2
                max_requests = 65536
                proxy_requests = no
                log {
                  destination = stdout
                }
                thread pool {
                  start_servers = 4
                  max_servers = 4
                  min_spare_servers = 1
                  max_spare_servers = 4
                }
                client loop {
                  ipaddr = 127.0.0.1
                  secret = %2$s
                }
                modules {
                  always ok {
                    rcode = ok
                  }
                }
                server nas {
                  listen {
                    type = coa
                    ipaddr = 127.0.0.1
                    port = %3$d
                  }
                  recv-coa {
                    ok
                  }
                  send-coa {
                    ok
                  }
                }
                """.formatted(directory, SECRET, port));
        Process started = new ProcessBuilder(
                        List.of("freeradius", "-f", "-l", "stdout", "-d", directory.toString(), "-n", "radiusd"))
                .redirectErrorStream(true)
                .start();
        process = started;
        BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); ; line = lines.readLine()) {
            if (line == null) {
                throw new IllegalStateException("freeradius did not start");
            }
            if (line.contains("Ready to process requests")) {
                break;
            }
        }
        // it reports conflicting requests of one identifier; nobody needs them, and its pipe must not fill
        Thread drain = new Thread(() -> lines.lines().forEach(line -> {}), "freeradius");
        drain.setDaemon(true);
        drain.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() throws IOException {
        end.close();
    }

    private void stop() throws IOException {
        Process started = process;
        if (started != null) {
            started.destroyForcibly().onExit().join();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
