package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OnuSerial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The index of the row that each ONT has in the OLT's table. A cached index is checked with every use, since the OLT may have
 * given it to another ONT; if it is wrong, the whole table is searched. Safe for use by several threads.
 */
final class OntIndexCache {
    private static final int MAX_ENTRIES = 20_000;

    private final Map<OnuSerial, Oid> cached = new ConcurrentHashMap<>();

    void put(OnuSerial serial, Oid index) {
        if (cached.size() >= MAX_ENTRIES) {
            cached.clear();
        }
        cached.put(serial, index);
    }

    /** Interface index and ONT id. */
    Optional<Oid> find(OltSession session, OnuSerial serial) {
        Oid index = cached.get(serial);
        if (index != null && isStill(session, index, serial)) {
            return Optional.of(index);
        }
        Optional<Oid> found = search(session, serial);
        found.ifPresentOrElse(row -> put(serial, row), () -> cached.remove(serial));
        return found;
    }

    private static boolean isStill(OltSession session, Oid index, OnuSerial serial) {
        return session.row(index, List.of(OntTables.SERIAL)).hasSerial(OntTables.SERIAL, serial);
    }

    private static Optional<Oid> search(OltSession session, OnuSerial serial) {
        return session.first(Walk.of(OntTables.SERIAL), row -> row.hasSerial(OntTables.SERIAL, serial))
                .map(Row::index);
    }
}
