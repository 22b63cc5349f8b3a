package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.nas.NasTableSettings;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.LineProvisioner;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A RADIUS database and OLTs that are there, for programs that read them and write nothing: no group is published, no NAS is asked. Safe for
 * use by any number of threads.
 */
public final class ReadNetwork implements AutoCloseable {
    private static final HoldGroup THROTTLED = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
    private static final HoldGroup CAPTIVE = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));

    private final RadiusDatabase database;
    private final RadiusGateway radius;
    private final Olts lines;
    private final Set<OltId> olts;

    private ReadNetwork(RadiusDatabase database, RadiusGateway radius, Olts lines, Set<OltId> olts) {
        this.database = database;
        this.radius = radius;
        this.lines = lines;
        this.olts = Set.copyOf(olts);
    }

    /**
     * Opens them. Devices are not asked anything yet.
     *
     * @param radiusUrl of FreeRADIUS' database
     * @param named the OLTs, as the option {@code --olt} names them
     * @param oltFile as the option {@code --olt-file}
     * @throws IllegalArgumentException in words for the user who gave the options
     */
    public static ReadNetwork open(
            String radiusUrl,
            Optional<String> radiusUser,
            Optional<String> radiusPassword,
            List<String> named,
            Optional<Path> oltFile) {
        Map<OltId, String> drivers = OltOptions.drivers(named);
        NetworkPlan plan = new NetworkPlan(drivers, List.of(), List.of());
        Olts lines = new Olts(plan, OltOptions.settings(named, oltFile, plan));
        try {
            RadiusDatabase database = RadiusDatabase.at(radiusUrl, radiusUser, radiusPassword);
            return new ReadNetwork(database, gateway(database), lines, drivers.keySet());
        } catch (RuntimeException failed) {
            lines.close();
            throw failed;
        }
    }

    private static RadiusGateway gateway(RadiusDatabase database) {
        try {
            return RadiusGateway.builder()
                    .dataSource(database.pool(), database.dialect())
                    .throttled(THROTTLED)
                    .captive(CAPTIVE)
                    .credentials(CredentialSource.random(new SecureRandom(), (user, password) -> {}))
                    .nasTable(NasTableSettings.of(NasVendor.MIKROTIK.profile(List.of())))
                    .build();
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** The RADIUS database. */
    public AccessProvisioner access() {
        return radius;
    }

    /** The OLTs. */
    public LineProvisioner lines() {
        return lines.gateway();
    }

    /** Which OLTs. */
    public Set<OltId> olts() {
        return olts;
    }

    /**
     * Through which ports logins are online, as their NASes call these (NAS-Port-Id). Who is not online is left out.
     *
     * @param users at most 1,000
     */
    public Map<RadiusUser, List<String>> portsOfOpenSessions(Collection<RadiusUser> users) {
        Map<RadiusUser, List<String>> ports = new LinkedHashMap<>();
        radius.openSessions(users).forEach((user, sessions) -> {
            List<String> there = sessions.stream()
                    .map(Session::nasPortId)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            if (!there.isEmpty()) {
                ports.put(user, there);
            }
        });
        return ports;
    }

    @Override
    public void close() {
        radius.close();
        lines.close();
        database.close();
    }
}
