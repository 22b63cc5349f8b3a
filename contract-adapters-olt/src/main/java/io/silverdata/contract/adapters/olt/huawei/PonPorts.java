package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PON ports of an OLT and their interface indexes, by their names ({@code ifName}, as {@code GPON 0/1/0}). Remembered, and what is
 * remembered is checked with every use: cards can be moved. Safe for use by several threads.
 */
final class PonPorts {
    static final Oid IF_NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1");
    private static final Pattern NAME = Pattern.compile(
            "\\s*(?:GPON|XG-?S?-?PON)\\s*(\\d{1,3})/(\\d{1,3})/(\\d{1,3})\\s*", Pattern.CASE_INSENSITIVE);

    private final OltId olt;
    private volatile Map<PonPortId, Long> remembered = Map.of();

    PonPorts(OltId olt) {
        this.olt = olt;
    }

    /** Looks all of them up. */
    Map<PonPortId, Long> all(OltSession session) {
        Map<PonPortId, Long> found = new TreeMap<>();
        for (Row row : session.rows(Walk.of(IF_NAME))) {
            row.text(IF_NAME)
                    .flatMap(this::parse)
                    .ifPresent(port -> found.put(port, row.index().get(0)));
        }
        remembered = found;
        return found;
    }

    long ifIndex(OltSession session, PonPortId port) {
        Long known = remembered.get(port);
        if (known != null && isStill(session, known, port)) {
            return known;
        }
        return Optional.ofNullable(all(session).get(port))
                .orElseThrow(() -> session.fault(
                        OltFault.Kind.NOT_FOUND, "PON port " + port, "no interface of the OLT has such a name"));
    }

    PonPortId port(OltSession session, long ifIndex) {
        return find(remembered, ifIndex)
                .filter(port -> isStill(session, ifIndex, port))
                .or(() -> find(all(session), ifIndex))
                .orElseThrow(() ->
                        session.fault(OltFault.Kind.DEVICE_ERROR, "interface " + ifIndex, "has no name of a PON port"));
    }

    Optional<PonPortId> parse(String ifName) {
        Matcher name = NAME.matcher(ifName);
        if (!name.matches()) {
            return Optional.empty();
        }
        int[] numbers = new int[3];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(name.group(i + 1));
            if (numbers[i] > 255) {
                return Optional.empty();
            }
        }
        return Optional.of(new PonPortId(olt, numbers[0], numbers[1], numbers[2]));
    }

    private boolean isStill(OltSession session, long ifIndex, PonPortId port) {
        return session.get(IF_NAME.append(ifIndex))
                .filter(SnmpValue.Octets.class::isInstance)
                .flatMap(name -> parse(((SnmpValue.Octets) name).text()))
                .filter(port::equals)
                .isPresent();
    }

    private static Optional<PonPortId> find(Map<PonPortId, Long> ports, long ifIndex) {
        return ports.entrySet().stream()
                .filter(entry -> entry.getValue() == ifIndex)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
