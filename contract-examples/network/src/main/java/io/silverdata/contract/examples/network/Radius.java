package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.RetransmissionPolicy;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.nas.NasTableSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.session.SessionResult;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** RADIUS behind its gateway: tables with the groups of all plans, and NASes, a simulated one if the operator named none. */
final class Radius implements AutoCloseable {
    private static final HoldGroup THROTTLED = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
    private static final HoldGroup CAPTIVE = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));
    private static final NasProfile MIKROTIK = NasVendor.MIKROTIK.profile(List.of());
    // a NAS in this process answers in less, or lost it
    private static final RetransmissionPolicy QUICK =
            new RetransmissionPolicy(Duration.ofMillis(60), Duration.ofMillis(500), 6, Duration.ofSeconds(3), 0.1);
    private static final Duration ACCOUNTING_HERE = Duration.ofMillis(300);

    private final RadiusDatabase database;
    private final Optional<Subscribers> subscribers;
    private final RadiusGateway gateway;
    private final int nases;
    private final Map<SessionResult.Outcome, AtomicLong> sessions = new ConcurrentHashMap<>();

    /** @param named the real NASes; none: a simulated one. Those in table {@code nas} are taken to be like the first */
    Radius(RadiusDatabase database, List<NasOption> named, List<PlanSnapshot> plans, Instant now) {
        this.database = database;
        this.nases = Math.max(1, named.size());
        this.subscribers = named.isEmpty()
                ? Optional.of(new Subscribers(
                        new Accounting(database.pool(), database.dialect(), Subscribers.NAS_ADDRESS), now))
                : Optional.empty();
        RadiusGateway.Builder builder = RadiusGateway.builder()
                .dataSource(database.pool(), database.dialect())
                .throttled(THROTTLED)
                .captive(CAPTIVE)
                .credentials(CredentialSource.random(new SecureRandom(), (user, password) -> {}))
                .sessionListener(result -> sessions.computeIfAbsent(result.outcome(), outcome -> new AtomicLong())
                        .incrementAndGet());
        subscribers.ifPresentOrElse(
                simulated -> builder.nas(settings(simulated)).accountingTimeout(ACCOUNTING_HERE), () -> {
                    named.forEach(nas ->
                            builder.nas(NasSettings.of(nas.endpoint().toString(), nas.endpoint(), nas.profile())));
                    builder.nasTable(NasTableSettings.of(named.get(0).profile()));
                });
        gateway = builder.build();
        publish(plans);
    }

    RadiusGateway gateway() {
        return gateway;
    }

    void goOn(Instant now) {
        subscribers.ifPresent(simulated -> simulated.comeOnline(now));
    }

    String description() {
        return "RADIUS on " + database.dialect() + ", " + nases
                + (subscribers.isPresent() ? " NAS simulated" : " NASes");
    }

    List<String> figures() {
        List<String> lines = new ArrayList<>();
        subscribers.ifPresent(simulated -> lines.add(simulated.figures()));
        lines.add("sessions told of: " + (sessions.isEmpty() ? "none" : new TreeMap<>(sessions)));
        return lines;
    }

    private void publish(List<PlanSnapshot> plans) {
        for (PlanSnapshot plan : plans) {
            publish(PlanGroup.of(plan.accessProfile(), plan.rates()));
        }
        publish(PlanGroup.of(THROTTLED.group(), THROTTLED.rates()));
        publish(PlanGroup.captive(CAPTIVE.group(), CAPTIVE.rates()));
    }

    private void publish(PlanGroup group) {
        gateway.plans().publish(group).getOrElseThrow(wrong -> new IllegalArgumentException(wrong.message()));
    }

    private static NasSettings settings(Subscribers simulated) {
        NasEndpoint endpoint = NasEndpoint.builder(
                        simulated.address().getAddress(), SharedSecret.of(Subscribers.SECRET))
                .port(simulated.address().getPort())
                .identifierReuseDelay(Duration.ZERO) // it compares authenticators
                .retransmission(QUICK)
                .build();
        return NasSettings.builder("simulated", endpoint, MIKROTIK)
                .serves(Subscribers.NAS_ADDRESS)
                .build();
    }

    @Override
    public void close() {
        gateway.close();
        subscribers.ifPresent(Subscribers::close);
        database.close();
    }
}
