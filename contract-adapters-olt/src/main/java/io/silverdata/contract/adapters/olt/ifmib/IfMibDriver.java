package io.silverdata.contract.adapters.olt.ifmib;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.PortState;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells PON ports by the IF-MIB. */
final class IfMibDriver implements OltDriver {
    private static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    private static final Oid IF_TYPE = IF_ENTRY.append(3);
    private static final Oid IF_ADMIN_STATUS = IF_ENTRY.append(7);
    private static final Oid IF_OPER_STATUS = IF_ENTRY.append(8);
    private static final Oid IF_NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1");
    private static final int GPON = 250;
    private static final Pattern PLACE = Pattern.compile("\\D*(?:(\\d{1,3})/)?(\\d{1,3})/(\\d{1,3})");
    private static final String NO_ONUS = "the IF-MIB knows interfaces, not ONUs; ifAdminStatus of a PON port would cut"
            + " off every subscriber on it";

    private static final Capabilities CAPABILITIES = Capabilities.of(Map.ofEntries(
            Map.entry(Operation.DETECT, Capability.supported("RFC 2863")),
            Map.entry(
                    Operation.LIST_PON_PORTS,
                    Capability.supported("ifType gpon(250) and ifName, recorded on two makes")),
            Map.entry(Operation.READ_PORT, Capability.supported("ifAdminStatus and ifOperStatus, RFC 2863")),
            Map.entry(
                    Operation.SET_PORT,
                    Capability.experimental(
                            "ifAdminStatus is read-write in RFC 2863; it concerns every subscriber of the port")),
            Map.entry(Operation.REGISTER, Capability.unsupported(NO_ONUS)),
            Map.entry(Operation.SET_ADMIN_STATE, Capability.unsupported(NO_ONUS)),
            Map.entry(Operation.FIND, Capability.unsupported(NO_ONUS))));

    private final OltId olt;

    IfMibDriver(OltId olt) {
        this.olt = olt;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        return find(session).isEmpty()
                ? new Detection(Detection.Fit.NO, "no interface of type gpon(250) with a place in its name")
                : new Detection(Detection.Fit.MAYBE, "has PON ports; a driver of its own make can do more");
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return List.copyOf(find(session).keySet());
    }

    @Override
    public PortState port(OltSession session, PonPortId port) {
        long ifIndex = ifIndex(session, port);
        Row status = session.row(Oid.of(ifIndex), List.of(IF_ADMIN_STATUS, IF_OPER_STATUS));
        return new PortState(
                port,
                PortState.upOrDown(status.number(IF_ADMIN_STATUS)),
                PortState.upOrDown(status.number(IF_OPER_STATUS)),
                OptionalInt.empty(),
                Optional.empty());
    }

    @Override
    public void setPortEnabled(OltSession session, PonPortId port, boolean enabled) {
        session.set(List.of(VarBind.of(IF_ADMIN_STATUS.append(ifIndex(session, port)), enabled ? 1 : 2)));
    }

    private long ifIndex(OltSession session, PonPortId port) {
        return Optional.ofNullable(find(session).get(port))
                .orElseThrow(() -> session.fault(
                        OltFault.Kind.NOT_FOUND, "PON port " + port, "no interface of type gpon(250) has such a name"));
    }

    private Map<PonPortId, Long> find(OltSession session) {
        Map<PonPortId, Long> found = new TreeMap<>();
        for (Row row : session.rows(Walk.of(IF_TYPE, IF_NAME))) {
            if (row.number(IF_TYPE).orElse(0) == GPON) {
                row.text(IF_NAME)
                        .flatMap(this::place)
                        .ifPresent(port -> found.putIfAbsent(port, row.index().get(0)));
            }
        }
        return found;
    }

    Optional<PonPortId> place(String ifName) {
        Matcher place = PLACE.matcher(ifName.strip());
        if (!place.matches()) {
            return Optional.empty();
        }
        int frame = place.group(1) == null ? 0 : Integer.parseInt(place.group(1));
        int slot = Integer.parseInt(place.group(2));
        int port = Integer.parseInt(place.group(3));
        return Math.max(frame, Math.max(slot, port)) > 255
                ? Optional.empty()
                : Optional.of(new PonPortId(olt, frame, slot, port));
    }
}
