package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks interfaces up by name: their numbers follow no rule. */
final class Interfaces {
    private final OltId olt;

    Interfaces(OltId olt) {
        this.olt = olt;
    }

    /** Every PON port by its index. */
    Map<Long, PonPortId> ports(OltSession session) {
        Map<Long, PonPortId> ports = new LinkedHashMap<>();
        for (Row row : session.rows(Walk.of(Tables.IF_NAME))) {
            name(row)
                    .filter(InterfaceName::isPort)
                    .ifPresent(name -> ports.put(row.index().get(0), port(name)));
        }
        return ports;
    }

    /** The ONUs that have an interface at a PON port, by their number there. */
    Map<Integer, Long> onus(OltSession session, PonPortId port) {
        Map<Integer, Long> onus = new LinkedHashMap<>();
        for (Row row : session.rows(Walk.of(Tables.IF_NAME))) {
            name(row)
                    .filter(name -> !name.isPort() && port(name).equals(port))
                    .ifPresent(name -> onus.put(name.onu(), row.index().get(0)));
        }
        return onus;
    }

    /**
     * Which PON port an index stands for.
     *
     * @throws OltFault if that interface has no name of a PON port: what is registered there is registered all the same
     */
    PonPortId port(OltSession session, long index) {
        return name(session.row(Oid.of(index), List.of(Tables.IF_NAME)))
                .map(this::port)
                .orElseThrow(() ->
                        session.fault(OltFault.Kind.DEVICE_ERROR, "interface " + index, "has no name of a PON port"));
    }

    long index(OltSession session, PonPortId port) {
        InterfaceName name = new InterfaceName(port.slot(), port.port(), 0);
        return find(session, port.frame() == 0 ? Optional.of(name) : Optional.empty())
                .orElseThrow(() -> session.fault(OltFault.Kind.NOT_FOUND, "PON port " + port, "no interface " + name));
    }

    long index(OltSession session, OnuRef onu) {
        InterfaceName name = new InterfaceName(onu.port().slot(), onu.port().port(), onu.id());
        return find(session, Optional.of(name))
                .orElseThrow(() -> session.fault(OltFault.Kind.NOT_FOUND, onu.toString(), "no interface " + name));
    }

    private static Optional<Long> find(OltSession session, Optional<InterfaceName> name) {
        return name.flatMap(wanted ->
                        session.first(Walk.of(Tables.IF_NAME), row -> name(row).equals(name)))
                .map(row -> row.index().get(0));
    }

    private static Optional<InterfaceName> name(Row row) {
        return row.text(Tables.IF_NAME).flatMap(InterfaceName::parse);
    }

    private PonPortId port(InterfaceName name) {
        return new PonPortId(olt, 0, name.slot(), name.port());
    }
}
