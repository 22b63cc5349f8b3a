package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.spi.LineOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the ONUs of a group of orders were when the group began, found in one look. Each is told once: its first order may move it. */
final class Places {
    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    /** Fewer are found one by one: a look for many reads the whole table. */
    private static final int WORTH_A_LOOK = 3;

    private final Map<OnuSerial, Place> places;

    /**
     * Where an ONU was.
     *
     * @param onu as the OLT knows it; empty if it was not registered
     */
    record Place(Optional<OnuRef> onu) {}

    private Places(Map<OnuSerial, Place> places) {
        this.places = places;
    }

    /** No ONU was looked for yet: each order looks for its own. */
    static Places unknown() {
        return new Places(new HashMap<>());
    }

    /**
     * Looks for the ONUs of all orders.
     *
     * @throws OltFault {@code UNREACHABLE} if the OLT does not answer; where a look for many fails otherwise, each is looked for by itself
     */
    static Places of(OltConnection olt, List<LineOrder> orders) {
        Set<OnuSerial> serials =
                orders.stream().map(order -> order.registration().onu()).collect(Collectors.toSet());
        if (serials.size() < WORTH_A_LOOK) {
            return unknown();
        }
        try {
            olt.require(Operation.FIND);
            Map<OnuSerial, OnuRef> found = olt.read(
                    Operation.FIND,
                    sessions -> olt.driver().findAll(new OneWalkSession(sessions.of(Operation.FIND)), serials));
            Map<OnuSerial, Place> places = new HashMap<>();
            serials.forEach(serial -> places.put(serial, new Place(Optional.ofNullable(found.get(serial)))));
            return new Places(places);
        } catch (OltFault fault) {
            if (fault.kind() == OltFault.Kind.UNREACHABLE) {
                throw fault;
            }
            LOG.debug("ONUs are looked for one by one", fault);
            return unknown();
        }
    }

    /** Where an ONU was, if that is known and was not told yet. */
    Optional<Place> take(OnuSerial serial) {
        return Optional.ofNullable(places.remove(serial));
    }
}
