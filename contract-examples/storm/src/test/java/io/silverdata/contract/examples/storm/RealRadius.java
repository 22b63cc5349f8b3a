package io.silverdata.contract.examples.storm;

import io.silverdata.contract.testkit.Peers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A FreeRADIUS of the test's own that lets logins in by the tables in PostgreSQL. Where it is missing, the test is skipped, or fails in CI. */
final class RealRadius implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/etc/freeradius/3.0/mods-config/sql/main/postgresql");
    private static final String SECRET = "secret-of-the-storm";
    private static final String READY = "Ready to process requests";

    private final int port = freePort();
    private final Path radclient = Peers.require("radclient", "freeradius-utils");
    private final Process process;

    /**
     * Starts it, and returns once it is ready.
     *
     * @param folder of the test, empty
     * @param database the port of a PostgreSQL in which {@link #schema} was run
     */
    RealRadius(Path folder, int database) {
        Path program = Peers.require("freeradius", "freeradius freeradius-utils");
        try {
            Files.createDirectories(folder.resolve("log"));
            Files.createDirectories(folder.resolve("run"));
            Files.writeString(folder.resolve("queries.conf"), installed("queries.conf"));
            Files.writeString(folder.resolve("radiusd.conf"), configuration(folder, database));
            process = new ProcessBuilder(
                            program.toString(), "-f", "-l", "stdout", "-d", folder.toString(), "-n", "radiusd")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        awaitReady();
    }

    /** FreeRADIUS' own tables. */
    static String schema() {
        return installed("schema.sql");
    }

    /** Whether it lets a login in. */
    boolean letsIn(String user, String password) {
        try {
            Process asking = new ProcessBuilder(
                            radclient.toString(), "-x", "-r", "3", "-t", "3", "127.0.0.1:" + port, "auth", SECRET)
                    .redirectErrorStream(true)
                    .start();
            asking.getOutputStream()
                    .write(("User-Name=" + user + ",User-Password=" + password + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            asking.getOutputStream().close();
            String printed = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return printed.contains("Access-Accept");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private void awaitReady() {
        StringBuilder printed = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.append(line).append('\n');
                if (line.contains(READY)) {
                    drain(lines);
                    return;
                }
            }
        } catch (IOException failed) {
            printed.append(failed);
        }
        close();
        throw new IllegalStateException("FreeRADIUS is not ready, it printed:\n" + printed);
    }

    /** It would wait once the pipe is full. */
    private static void drain(BufferedReader lines) {
        Thread reader = new Thread(() -> lines.lines().forEach(line -> {}), "output of FreeRADIUS");
        reader.setDaemon(true);
        reader.start();
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String installed(String file) {
        Path path = INSTALLED.resolve(file);
        if (!Files.isReadable(path)) {
            throw Peers.missing(path + ", readable", "apt-get install freeradius, and be root or in the group freerad");
        }
        try {
            return Files.readString(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String configuration(Path folder, int database) {
        return """
                prefix = /usr
                libdir = /usr/lib/freeradius
                confdir = %1$s
                logdir = %1$s/log
                run_dir = %1$s/run
                max_request_time = 10
                proxy_requests = no
                log {
                  destination = stdout
                }
                security {
                  reject_delay = 0
                }
                client loop {
                  ipaddr = 127.0.0.0/8
                  secret = %2$s
                  require_message_authenticator = no
                }
                modules {
                  expr {
                  }
                  pap {
                  }
                  sql {
                    dialect = "postgresql"
                    driver = "rlm_sql_postgresql"
                    server = "127.0.0.1"
                    port = %3$d
                    login = "postgres"
                    password = ""
                    radius_db = "postgres"
                    acct_table1 = "radacct"
                    acct_table2 = "radacct"
                    postauth_table = "radpostauth"
                    authcheck_table = "radcheck"
                    groupcheck_table = "radgroupcheck"
                    authreply_table = "radreply"
                    groupreply_table = "radgroupreply"
                    usergroup_table = "radusergroup"
                    client_table = "nas"
                    read_groups = yes
                    group_attribute = "SQL-Group"
                    pool {
                      start = 1
                      min = 1
                      max = 2
                      spare = 1
                      retry_delay = 1
                    }
                    $INCLUDE ${confdir}/queries.conf
                  }
                }
                server default {
                  listen {
                    type = auth
                    ipaddr = 127.0.0.1
                    port = %4$d
                  }
                  authorize {
                    sql
                    pap
                  }
                  authenticate {
                    Auth-Type PAP {
                      pap
                    }
                  }
                }
                """.formatted(folder, SECRET, database, port);
    }
}
