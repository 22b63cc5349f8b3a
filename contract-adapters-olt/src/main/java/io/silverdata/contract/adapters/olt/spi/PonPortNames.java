package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PON ports of an OLT and their interface indexes, looked up by their names ({@code ifName} of the IF-MIB, RFC 2863) and never
 * computed. Remembered, and what is remembered is checked with every use: cards can be moved. Safe for use by several threads.
 */
public final class PonPortNames {
    private static final Oid IF_NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1");
    private static final int GROUPS = 3;
    private static final int MAX_NUMBER = 255;

    private final OltId olt;
    private final Pattern form;
    private volatile Map<PonPortId, Long> remembered = Map.of();

    /**
     * The ports of an OLT.
     *
     * @param form what the whole name of a PON port looks like, with three groups of digits for frame, slot and port, as
     *     {@code gpon (\d+)/(\d+)/(\d+)}; blanks around a name do not matter
     * @throws IllegalArgumentException if it has another number of groups
     */
    public PonPortNames(OltId olt, Pattern form) {
        if (form.matcher("").groupCount() != GROUPS) {
            throw new IllegalArgumentException("form must have three groups, for frame, slot and port: " + form);
        }
        this.olt = olt;
        this.form = form;
    }

    /**
     * Looks all of them up.
     *
     * @return interface indexes, in the order of the ports
     * @throws OltFault if the OLT does not answer or refuses
     */
    public Map<PonPortId, Long> all(OltSession session) {
        Map<PonPortId, Long> found = new TreeMap<>();
        for (Row row : session.rows(Walk.of(IF_NAME))) {
            row.text(IF_NAME)
                    .flatMap(this::parse)
                    .ifPresent(port -> found.put(port, row.index().get(0)));
        }
        remembered = found;
        return found;
    }

    /**
     * The interface index of a PON port.
     *
     * @throws OltFault {@code NOT_FOUND} if no interface of the OLT has such a name
     */
    public long ifIndex(OltSession session, PonPortId port) {
        Long known = remembered.get(port);
        if (known != null && isStill(session, known, port)) {
            return known;
        }
        return Optional.ofNullable(all(session).get(port)).orElseThrow(() -> session.noSuchPort(port));
    }

    /**
     * The PON port of an interface index.
     *
     * @throws OltFault {@code DEVICE_ERROR} if that interface has no name of a PON port
     */
    public PonPortId port(OltSession session, long ifIndex) {
        return find(remembered, ifIndex)
                .filter(port -> isStill(session, ifIndex, port))
                .or(() -> find(all(session), ifIndex))
                .orElseThrow(() ->
                        session.fault(OltFault.Kind.DEVICE_ERROR, "interface " + ifIndex, "has no name of a PON port"));
    }

    /** The PON port with a name; empty if it is the name of something else, or a number in it is above 255. */
    public Optional<PonPortId> parse(String ifName) {
        Matcher name = form.matcher(ifName.strip());
        if (!name.matches()) {
            return Optional.empty();
        }
        int[] numbers = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            String digits = name.group(i + 1);
            numbers[i] = digits.length() <= GROUPS ? Integer.parseInt(digits) : MAX_NUMBER + 1;
            if (numbers[i] > MAX_NUMBER) {
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
