package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OnuSerial;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where on the OLT which ONT is. An OLT has each serial once, so where it was last is asked first; if it is not there, every row
 * is. Safe for use by several threads.
 */
final class Whereabouts {
    private static final int MOST = 20_000;

    private final Map<OnuSerial, Oid> last = new ConcurrentHashMap<>();

    void remember(OnuSerial serial, Oid index) {
        if (last.size() >= MOST) {
            last.clear();
        }
        last.put(serial, index);
    }

    /** The index of its row: interface index and ONT id. */
    Optional<Oid> find(OltSession session, OnuSerial serial) {
        Oid hint = last.get(serial);
        if (hint != null && isThere(session, hint, serial)) {
            return Optional.of(hint);
        }
        Optional<Oid> found = search(session, serial);
        found.ifPresentOrElse(index -> remember(serial, index), () -> last.remove(serial));
        return found;
    }

    private static boolean isThere(OltSession session, Oid index, OnuSerial serial) {
        return session.get(Ont.SERIAL.append(index))
                .flatMap(SerialCodec::read)
                .filter(serial::equals)
                .isPresent();
    }

    private static Optional<Oid> search(OltSession session, OnuSerial serial) {
        return session.first(
                        Walk.of(Ont.SERIAL),
                        row -> row.value(Ont.SERIAL)
                                .flatMap(SerialCodec::read)
                                .filter(serial::equals)
                                .isPresent())
                .map(Row::index);
    }
}
