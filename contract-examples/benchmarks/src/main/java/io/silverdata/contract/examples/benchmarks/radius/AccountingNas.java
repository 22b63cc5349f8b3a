package io.silverdata.contract.examples.benchmarks.radius;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.NetworkConditions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.examples.benchmarks.harness.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A NAS in a process of its own, with the RADIUS server that takes its accounting: acknowledges every Disconnect-Request after a
 * while, and only then tells that the session has stopped, so that whoever asks at once may still find it open.
 */
public final class AccountingNas implements AutoCloseable {
    private static final int ACCT_SESSION_ID = 44;
    private static final int SERVERS = 4;
    // radclient asks for sessions that no accounting has
    private static final String SESSION = "s";

    private final JavaProcess process;
    private final int port;

    /**
     * Starts it.
     *
     * @param delay of each answer, and of accounting after it
     * @param radius where FreeRADIUS' tables are
     */
    public AccountingNas(Duration delay, String radius) throws IOException {
        process = new JavaProcess("512m", AccountingNas.class, delay.toMillis(), radius);
        port = Integer.parseInt(process.line());
    }

    /** Where it takes requests. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The process itself: prints its port, and runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        Duration delay = Duration.ofMillis(Long.parseLong(arguments[0]));
        ExecutorService server = Executors.newFixedThreadPool(SERVERS);
        Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, server);
        try (HikariDataSource radius = pool(arguments[1]);
                SimulatedNas nas = SimulatedNas.builder(CoaListener.SECRET)
                        .strict(false)
                        .network(NetworkConditions.delayed(delay))
                        .start()) {
            nas.behave((request, secret) -> {
                nas.takeRequests();
                request.text(ACCT_SESSION_ID)
                        .filter(session ->
                                request.code() == NasRequest.DISCONNECT_REQUEST && session.startsWith(SESSION))
                        .ifPresent(session -> later.execute(() -> stop(radius, session)));
                return NasBehaviour.acknowledging().answer(request, secret);
            });
            System.out.println(nas.address().getPort());
            JavaProcess.awaitEndOfInput();
        } finally {
            server.shutdownNow();
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(SERVERS);
        return new HikariDataSource(config);
    }

    private static void stop(HikariDataSource radius, String session) {
        try (Connection connection = radius.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update radacct set acctstoptime = now() where acctuniqueid = ? and acctstoptime is null")) {
            update.setString(1, session);
            update.executeUpdate();
        } catch (SQLException failed) {
            System.err.println("accounting: " + failed.getMessage());
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
