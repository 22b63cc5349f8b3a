package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import java.util.List;

/** Looks PON ports up by name, in the two numberings that C300 and C320 have for them. */
final class C3xxPorts {
    private final OltId olt;

    C3xxPorts(OltId olt) {
        this.olt = olt;
    }

    List<PonPortId> all(OltSession session) {
        return session.rows(Walk.of(C3xxTables.PORT_NAME)).stream()
                .map(this::port)
                .sorted()
                .toList();
    }

    /** The number in the GPON tables. */
    long id(OltSession session, PonPortId port) {
        return session.first(Walk.of(C3xxTables.PORT_NAME), row -> port(row).equals(port))
                .orElseThrow(() -> noSuchPort(session, port))
                .index()
                .get(0);
    }

    /** The number in the interfaces' tables. */
    long ifIndex(OltSession session, PonPortId port) {
        return session.first(
                        Walk.of(C3xxTables.IF_NAME),
                        row -> row.text(C3xxTables.IF_NAME)
                                .flatMap(PortName::parse)
                                .filter(name -> port(name).equals(port))
                                .isPresent())
                .orElseThrow(() -> noSuchPort(session, port))
                .index()
                .get(0);
    }

    PonPortId of(OltSession session, long id) {
        return port(session.row(Oid.of(id), List.of(C3xxTables.PORT_NAME)));
    }

    /** Operators may give a port any name. Where it tells nothing, the number of the row that the OLT showed does. */
    private PonPortId port(Row row) {
        return row.text(C3xxTables.PORT_NAME)
                .flatMap(PortName::parse)
                .map(this::port)
                .orElseGet(() -> port(ZteIndex.ofPonOltId(row.index().get(0))));
    }

    private PonPortId port(PortName name) {
        return new PonPortId(olt, name.shelf(), name.slot(), name.port());
    }

    /** The number counts shelves from 0, names from 1. */
    private PonPortId port(ZteIndex index) {
        return new PonPortId(olt, index.shelf() + 1, index.slot(), index.port());
    }

    private static OltFault noSuchPort(OltSession session, PonPortId port) {
        return session.noSuchPort(port);
    }
}
