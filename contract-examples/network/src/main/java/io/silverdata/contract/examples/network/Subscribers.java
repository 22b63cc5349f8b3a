package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.NetworkConditions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A NAS in this process and the subscribers behind it, who come online whenever RADIUS would let them in. The NAS has quirks of
 * real ones: it takes no NAS-IP-Address, loses one datagram in two hundred, and of every hundredth session that it is to close
 * it says that it did and did not. Safe for use by any number of threads.
 */
final class Subscribers implements NasBehaviour, AutoCloseable {
    /** What it calls itself in accounting. */
    static final String NAS_ADDRESS = "192.0.2.1";

    static final String SECRET = "secret-of-the-simulated-nas";
    private static final int NAS_IP_ADDRESS = 4;
    private static final int KEEPS_ONE_IN = 100;
    private static final NetworkConditions WEATHER =
            new NetworkConditions(0.005, 0.005, 0.01, Duration.ZERO, Duration.ZERO);

    private final Accounting accounting;
    private final NasSessions sessions = new NasSessions().unsupportedAttribute(0, NAS_IP_ADDRESS);
    private final SimulatedNas nas;
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong disconnects = new AtomicLong();
    private long logins;
    private volatile Instant now;

    Subscribers(Accounting accounting, Instant now) {
        this.accounting = accounting;
        this.now = now;
        accounting.on(now);
        sessions.onStop(session -> accounting.stop(session.userName(), session.sessionId(), this.now));
        sessions.onChange(session -> accounting.update(session.userName(), session.sessionId(), this.now));
        nas = SimulatedNas.builder(SECRET)
                .sessions(sessions)
                .network(WEATHER)
                .behaviour(this)
                .start();
    }

    /** Where the NAS takes requests. */
    InetSocketAddress address() {
        return nas.address();
    }

    /** Who may log in and is offline does. */
    synchronized void comeOnline(Instant time) {
        now = time;
        for (Accounting.Login login : accounting.offline()) {
            String sessionId = String.format("%08x", ++logins);
            String ip = "100." + (64 + (logins >> 16 & 0x3F)) + "." + (logins >> 8 & 0xFF) + "." + (logins & 0xFF);
            // the NAS first: it may be told to close a session as soon as accounting knows it
            sessions.open(NasSession.of(sessionId, login.user(), ip));
            accounting.start(UUID.randomUUID().toString().replace("-", ""), sessionId, login, ip, time);
        }
    }

    @Override
    public List<byte[]> answer(NasRequest request, String secret) {
        // nobody reads them from there
        nas.takeRequests();
        if (request.code() != NasRequest.DISCONNECT_REQUEST) {
            changes.incrementAndGet();
            return sessions.answer(request, secret);
        }
        if (disconnects.incrementAndGet() % KEEPS_ONE_IN != 0) {
            return sessions.answer(request, secret);
        }
        sessions.acknowledgingOnly(true);
        try {
            return sessions.answer(request, secret);
        } finally {
            sessions.acknowledgingOnly(false);
        }
    }

    int online() {
        return sessions.all().size();
    }

    String figures() {
        return "RADIUS at the simulated NAS: " + changes + " CoA-Requests, " + disconnects + " Disconnect-Requests; "
                + logins + " logins, " + online() + " online at the end";
    }

    @Override
    public void close() {
        nas.close();
    }
}
