package io.silverdata.contract.adapters.radius.peer;

import io.silverdata.contract.testkit.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A FreeRADIUS of its own on 127.0.0.1: authentication and accounting against a database, and a listener for dynamic
 * authorization that answers by the User-Name ({@code ghost}: 503; {@code silent}: nothing; {@code ec506}: that Error-Cause;
 * others: yes).
 *
 * <p>Skips the test where FreeRADIUS is missing. Rows of users and groups count at once; those of {@code nas} are not read.
 */
public final class FreeRadius implements AutoCloseable {
    /** That of every client in 127.0.0.0/8. */
    public static final String SECRET = "a-secret-of-the-tests";

    private static final Path INSTALLED = Path.of("/etc/freeradius/3.0/mods-config/sql/main");

    private final Path directory;
    private final int authPort = UdpPorts.free();
    private final int acctPort = UdpPorts.free();
    private final int coaPort = UdpPorts.free();
    private final ForeignProcess process;

    private FreeRadius(Builder builder) {
        Path program = Peers.require("freeradius", "freeradius freeradius-utils");
        this.directory = temporaryDirectory();
        try {
            Files.createDirectories(directory.resolve("log"));
            Files.createDirectories(directory.resolve("run"));
            if (builder.database != null) {
                Files.writeString(directory.resolve("queries.conf"), queries(builder.database.dialect()));
            }
            Files.writeString(directory.resolve("radiusd.conf"), configuration(builder));
            this.process = ForeignProcess.start(
                    List.of(program.toString(), "-f", "-l", "stdout", "-d", directory.toString(), "-n", "radiusd"),
                    "Ready to process requests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            delete(directory);
            throw e;
        }
    }

    /** Begins with no database. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * FreeRADIUS' own tables, as statements for a script.
     *
     * @param dialect {@code postgresql}, {@code mysql} or {@code sqlite}
     */
    public static String schema(String dialect) {
        return installed(dialect, "schema.sql");
    }

    /** Where it authenticates. */
    public InetSocketAddress auth() {
        return at(authPort);
    }

    /** Where it takes accounting. */
    public InetSocketAddress acct() {
        return at(acctPort);
    }

    /** Where it takes Disconnect-Requests and CoA-Requests. */
    public InetSocketAddress coa() {
        return at(coaPort);
    }

    /** What it printed so far. */
    public String log() {
        return process.printed();
    }

    @Override
    public void close() {
        process.close();
        delete(directory);
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** With the Class of sessions in accounting, as the comment in the file says how to have it. */
    private static String queries(String dialect) {
        return installed(dialect, "queries.conf")
                .replaceAll("(?m)^(\\s*(?:column_name|packet_xlat|reply_xlat)\\s*=)\\s*#", "$1");
    }

    private static String installed(String dialect, String file) {
        Path path = INSTALLED.resolve(dialect).resolve(file);
        if (!Files.isReadable(path)) {
            throw Peers.missing(path + ", readable", "apt-get install freeradius, and be root or in the group freerad");
        }
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("freeradius");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configuration(Builder builder) {
        Optional<Database> database = Optional.ofNullable(builder.database);
        return """
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
                security {
                  max_attributes = 200
                  reject_delay = 0
                  status_server = yes
                }
                thread pool {
                  start_servers = 4
                  max_servers = 4
                  min_spare_servers = 1
                  max_spare_servers = 4
                }
                client loop {
                  ipaddr = 127.0.0.0/8
                  secret = %2$s
                  require_message_authenticator = %3$s
                }
                modules {
                  always ok {
                    rcode = ok
                  }
                  always reject {
                    rcode = reject
                  }
                  always handled {
                    rcode = handled
                  }
                  expr {
                  }
                  pap {
                    normalise = yes
                  }
                  chap {
                  }
                  mschap {
                    use_mppe = no
                  }
                  %4$s
                }
                %5$s
                server nas {
                  listen {
                    type = coa
                    ipaddr = 127.0.0.1
                    port = %6$d
                  }
                  recv-coa {
                    if (&User-Name == "ghost") {
                      update reply {
                        &Error-Cause := Session-Context-Not-Found
                        &Reply-Message := "no such session"
                      }
                      reject
                    }
                    elsif (&User-Name == "silent") {
                      handled
                    }
                    elsif (&User-Name =~ /^ec([0-9]+)/) {
                      update reply {
                        &Error-Cause := "%%{1}"
                      }
                      reject
                    }
                    else {
                      ok
                    }
                  }
                  send-coa {
                    ok
                  }
                }
                """.formatted(
                        directory,
                        SECRET,
                        builder.messageAuthenticatorRequired ? "yes" : "no",
                        database.map(Database::module).orElse(""),
                        database.isPresent() ? serverWithDatabase() : "",
                        coaPort);
    }

    private String serverWithDatabase() {
        return """
                server default {
                  listen {
                    type = auth
                    ipaddr = 127.0.0.1
                    port = %d
                  }
                  listen {
                    type = acct
                    ipaddr = 127.0.0.1
                    port = %d
                  }
                  authorize {
                    sql
                    chap
                    mschap
                    pap
                  }
                  authenticate {
                    Auth-Type PAP {
                      pap
                    }
                    Auth-Type CHAP {
                      chap
                    }
                    Auth-Type MS-CHAP {
                      mschap
                    }
                  }
                  preacct {
                    update request {
                      &Acct-Unique-Session-Id := "%%{md5:%%{User-Name},%%{Acct-Session-ID},%%{%%{NAS-IPv6-Address}:-%%{NAS-IP-Address}},%%{NAS-Identifier},%%{NAS-Port-ID},%%{NAS-Port}}"
                    }
                  }
                  accounting {
                    sql
                  }
                }
                """.formatted(authPort, acctPort);
    }

    /** How FreeRADIUS reaches its tables. */
    private record Database(String dialect, String connection) {
        String module() {
            return """
                    sql {
                      dialect = "%1$s"
                      driver = "rlm_sql_%1$s"
                      %2$s
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
                        start = 2
                        min = 1
                        max = 4
                        spare = 2
                        uses = 0
                        retry_delay = 1
                        lifetime = 0
                        idle_timeout = 60
                      }
                      $INCLUDE ${confdir}/queries.conf
                    }
                    """.formatted(dialect, connection);
        }
    }

    /** The settings. Not thread-safe. */
    public static final class Builder {
        private @Nullable Database database;
        private boolean messageAuthenticatorRequired;

        private Builder() {}

        /** Authenticates and accounts against a PostgreSQL that asks for no password. Its tables must be there. */
        public Builder postgresql(int port, String user, String name) {
            database = new Database("postgresql", """
                    server = "127.0.0.1"
                    port = %d
                    login = "%s"
                    password = ""
                    radius_db = "%s"
                    """.formatted(port, user, name));
            return this;
        }

        /** Authenticates and accounts against a SQLite file. Its tables must be there. */
        public Builder sqlite(Path file) {
            database = new Database("sqlite", """
                    sqlite {
                      filename = "%s"
                      busy_timeout = 2000
                    }
                    radius_db = "radius"
                    """.formatted(file));
            return this;
        }

        /** Whether requests without a Message-Authenticator are dropped. Default false. */
        public Builder messageAuthenticatorRequired(boolean value) {
            messageAuthenticatorRequired = value;
            return this;
        }

        /** Starts it, and returns when it is ready. */
        public FreeRadius start() {
            return UdpPorts.retrying(attempt -> new FreeRadius(this));
        }
    }
}
