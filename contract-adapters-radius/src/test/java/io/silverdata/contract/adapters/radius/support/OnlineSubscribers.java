package io.silverdata.contract.adapters.radius.support;

import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.testkit.FreeRadiusAccounting;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.NetworkConditions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Subscribers who are online at a simulated NAS, and in accounting, as the two would be in the field. */
public final class OnlineSubscribers implements AutoCloseable {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Map<String, NasSession> sessions = new ConcurrentHashMap<>();
    private final String nasAddress;
    private final FreeRadiusAccounting accounting;
    private final SimulatedNas nas;

    public OnlineSubscribers(TestDatabase database, String nasAddress) {
        this(database, nasAddress, NetworkConditions.perfect());
    }

    public OnlineSubscribers(TestDatabase database, String nasAddress, NetworkConditions network) {
        this.nasAddress = nasAddress;
        this.accounting = new FreeRadiusAccounting(database.unbreakable(), nasAddress, clock);
        this.nas = SimulatedNas.builder(Gateways.SECRET)
                .sessions(new NasSessions().onStop(accounting::stop))
                .network(network)
                .start();
    }

    public SimulatedNas nas() {
        return nas;
    }

    /** As the gateway's configuration knows the NAS: sessions say one address, requests go to another. */
    public NasSettings settings() {
        return settings(Gateways.endpoint(nas.address()));
    }

    /** The same for who waits as long as it takes on a busy machine. */
    public NasSettings patientSettings() {
        return settings(Gateways.patient(nas.address()).build());
    }

    private NasSettings settings(NasEndpoint endpoint) {
        return NasSettings.builder("nas " + nasAddress, endpoint, Gateways.mikrotik())
                .serves(nasAddress)
                .build();
    }

    public void comesOnline(RadiusUser user, String sessionId) {
        accounting.start(open(user, sessionId));
    }

    /** Comes online, and the NAS sends this Class. */
    public void comesOnline(RadiusUser user, String sessionId, String authorizedBy) {
        accounting.start(open(user, sessionId), authorizedBy);
    }

    /** Accounting hears that the session has ended. */
    public void stop(String sessionId) {
        clock.advance(Duration.ofMinutes(1));
        accounting.stop(known(sessionId));
    }

    /** Accounting hears that the session goes on. */
    public void update(String sessionId) {
        clock.advance(Duration.ofMinutes(1));
        accounting.update(known(sessionId));
    }

    @Override
    public void close() {
        nas.close();
    }

    private NasSession open(RadiusUser user, String sessionId) {
        NasSession session = NasSession.of(sessionId, user.value(), "198.51.100.9");
        sessions.put(sessionId, session);
        nas.sessions().open(session);
        return session;
    }

    private NasSession known(String sessionId) {
        return Objects.requireNonNull(sessions.get(sessionId), sessionId);
    }
}
