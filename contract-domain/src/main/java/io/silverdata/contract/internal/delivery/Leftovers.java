package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.Storage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what a worker built after it had lost its lease, if no contract holds it any more. Thread-safe. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Storage storage;
    private final NetworkDriver network;

    Leftovers(Storage storage, NetworkDriver network) {
        this.storage = storage;
        this.network = network;
    }

    /** Removes what a step built unless a contract holds it. What cannot be removed now is an extra that an audit finds. */
    void removeUnlessHeld(Step step) {
        if (step instanceof Step.Line line && line.order() instanceof LineOrder.Ensure built) {
            OnuRegistration registration = built.registration();
            if (!isHeld(registration)) {
                report(registration.toString(), network.removeOnus(registration.ponPort().olt(), List.of(registration)));
            }
        }
        if (step instanceof Step.Access login
                && login.order() instanceof AccessOrder.Ensure built
                && storage.contracts().holderOf(built.user()).isEmpty()) {
            report("login " + built.user(), network.removeLogins(List.of(built.user())));
        }
    }

    private boolean isHeld(OnuRegistration registration) {
        return storage.contracts()
                .holderOf(registration.onu())
                .flatMap(storage.contracts()::find)
                .filter(holder -> holder.holds(registration))
                .isPresent();
    }

    private static void report(String what, List<DeviceOutcome> outcome) {
        LOG.warn("{} was built by a worker that had lost its lease; to remove it: {}", what, outcome);
    }
}
