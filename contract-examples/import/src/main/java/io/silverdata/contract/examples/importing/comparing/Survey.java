package io.silverdata.contract.examples.importing.comparing;

import io.silverdata.contract.examples.network.ReadNetwork;
import io.silverdata.contract.matching.SeenLogin;
import io.silverdata.contract.matching.SeenOnu;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What OLTs and RADIUS have.
 *
 * @param onus what the OLTs that could be read have registered
 * @param logins what RADIUS has
 * @param noLogins names in RADIUS that no contract can have as a login
 * @param read the OLTs that could be read
 * @param unread why the others could not
 */
public record Survey(
        List<SeenOnu> onus, List<SeenLogin> logins, List<String> noLogins, Set<OltId> read, Map<OltId, String> unread) {
    private static final int PAGE = 1_000;

    /** RADIUS could not be read. */
    public static final class UnreadableRadius extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreadableRadius(String why) {
            super("RADIUS cannot be read: " + why);
        }
    }

    /**
     * Reads everything, and writes nothing.
     *
     * @param ports how NASes call PON ports, tried in their order
     * @throws UnreadableRadius if a page of logins cannot be read: who was not read would be said to lack a login
     */
    public static Survey of(ReadNetwork network, List<PortPattern> ports) {
        List<SeenOnu> onus = new ArrayList<>();
        Set<OltId> read = new TreeSet<>();
        Map<OltId, String> unread = new TreeMap<>();
        for (OltId olt : new TreeSet<>(network.olts())) {
            Reading<LineInventory> reading = network.lines().inventory(olt);
            if (reading instanceof Reading.Complete<LineInventory> complete) {
                read.add(olt);
                complete.value().registrations().forEach(registration -> onus.add(SeenOnu.of(registration)));
            } else if (reading instanceof Reading.Unreadable<LineInventory> unreadable) {
                unread.put(olt, unreadable.detail());
            }
        }
        Set<RadiusUser> users = new LinkedHashSet<>();
        Set<String> others = new TreeSet<>();
        readOwn(network, users);
        readForeign(network, users, others);
        return new Survey(onus, placed(network, List.copyOf(users), ports), List.copyOf(others), read, unread);
    }

    private static void readOwn(ReadNetwork network, Set<RadiusUser> users) {
        Optional<String> after = Optional.empty();
        do {
            LoginPage page = complete(network.access().logins(after, PAGE));
            users.addAll(page.logins());
            after = page.next();
        } while (after.isPresent());
    }

    private static void readForeign(ReadNetwork network, Set<RadiusUser> users, Set<String> others) {
        Optional<String> after = Optional.empty();
        do {
            ForeignLogins page = complete(network.access().foreignLogins(after, PAGE));
            page.names().forEach(name -> RadiusUser.parse(name).peek(users::add).peekLeft(wrong -> others.add(name)));
            after = page.next();
        } while (after.isPresent());
    }

    private static <T> T complete(Reading<T> reading) {
        return reading.match(value -> value, why -> {
            throw new UnreadableRadius(why);
        });
    }

    /** With the PON port through which each is online, where that is known. */
    private static List<SeenLogin> placed(ReadNetwork network, List<RadiusUser> users, List<PortPattern> ports) {
        List<SeenLogin> logins = new ArrayList<>();
        for (int from = 0; from < users.size(); from += PAGE) {
            List<RadiusUser> some = users.subList(from, Math.min(users.size(), from + PAGE));
            Map<RadiusUser, List<String>> online = ports.isEmpty() ? Map.of() : network.portsOfOpenSessions(some);
            some.forEach(user -> logins.add(new SeenLogin(user, ponPort(online.getOrDefault(user, List.of()), ports))));
        }
        return logins;
    }

    private static Optional<PonPortId> ponPort(List<String> portIds, List<PortPattern> ports) {
        return portIds.stream()
                .flatMap(portId -> ports.stream().map(pattern -> pattern.ponPort(portId)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
