package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what a worker built after it had lost its lease, if no contract holds it any more. Thread-safe. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Storage storage;
    private final Transactions transactions;
    private final NetworkDriver network;
    private final Supplier<Instant> clock;

    Leftovers(Storage storage, Transactions transactions, NetworkDriver network, Supplier<Instant> clock) {
        this.storage = storage;
        this.transactions = transactions;
        this.network = network;
        this.clock = clock;
    }

    /**
     * Removes what a step built unless a contract holds it. A contract that comes to hold it meanwhile is delivered again. What cannot be
     * removed now is an extra that an audit finds.
     */
    void removeUnlessHeld(Step step) {
        if (step instanceof Step.Line line && line.order() instanceof LineOrder.Ensure built) {
            OnuRegistration registration = built.registration();
            remove(
                    registration.toString(),
                    NetworkTarget.LINE,
                    () -> holder(registration),
                    () -> network.removeOnus(registration.ponPort().olt(), List.of(registration)));
        }
        if (step instanceof Step.Access login && login.order() instanceof AccessOrder.Ensure built) {
            remove(
                    "login " + built.user(),
                    NetworkTarget.ACCESS,
                    () -> storage.contracts().holderOf(built.user()),
                    () -> network.removeLogins(List.of(built.user())));
        }
    }

    private void remove(
            String what,
            NetworkTarget target,
            Supplier<Optional<ContractId>> holder,
            Supplier<List<DeviceOutcome>> removal) {
        if (holder.get().isEmpty()) {
            LOG.warn("{} was built by a worker that had lost its lease; to remove it: {}", what, removal.get());
            holder.get()
                    .ifPresent(now -> transactions.run(() -> storage.work().enqueue(now, Set.of(target), clock.get())));
        }
    }

    private Optional<ContractId> holder(OnuRegistration registration) {
        return storage.contracts()
                .holderOf(registration.onu())
                .flatMap(storage.contracts()::find)
                .filter(contract -> contract.holds(registration))
                .map(Contract::id);
    }
}
