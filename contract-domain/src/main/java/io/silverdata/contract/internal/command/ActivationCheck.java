package io.silverdata.contract.internal.command;

import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What forbids a scheduled activation when its time has come, beyond what the draft knows: the ONU is not available or another contract's, the
 * login is another contract's, or the output is out of order or gone. Reads only, so that nothing is left if the unit of work refuses.
 */
public final class ActivationCheck {
    private final Storage storage;
    private final HostPorts host;
    private final Supplier<Instant> now;

    /** A check; all parts are shared with the facade. */
    public ActivationCheck(Storage storage, HostPorts host, Supplier<Instant> now) {
        this.storage = storage;
        this.host = host;
        this.now = now;
    }

    /** What forbids the activation that a draft waits for. */
    public Optional<Rejection> objection(Contract draft) {
        return draft.scheduled(CommandKind.ACTIVATE)
                .map(ScheduledChange::command)
                .filter(Command.ActivateReserved.class::isInstance)
                .map(Command.ActivateReserved.class::cast)
                .flatMap(activation -> onuObjection(draft.id(), activation.onu())
                        .or(() -> loginObjection(draft.id(), activation.radiusUser()))
                        .or(() -> draft.reservation()
                                .map(Reservation::ports)
                                .flatMap(ports -> outputObjection(draft.id(), ports.splitterOutput()))));
    }

    private Optional<Rejection> onuObjection(ContractId draft, OnuSerial onu) {
        return host.onu(onu)
                .swap()
                .toJavaOptional()
                .or(() -> storage.contracts()
                        .holderOf(onu)
                        .filter(holder -> !holder.equals(draft))
                        .map(holder -> new Rejection.OnuSerialInUse(onu, holder)));
    }

    private Optional<Rejection> loginObjection(ContractId draft, RadiusUser login) {
        return storage.contracts()
                .holderOf(login)
                .filter(holder -> !holder.equals(draft))
                .map(holder -> new Rejection.RadiusUserInUse(login, holder));
    }

    /** Nobody stands beside it who knows that an output works which the plant says does not. */
    private Optional<Rejection> outputObjection(ContractId draft, SplitterOutputId output) {
        Optional<SplitterOutput> found = storage.plant().port(output);
        if (found.isEmpty()) {
            return Optional.of(new Rejection.UnknownPort(output));
        }
        if (!found.get().isOpenTo(draft, now.get())) {
            return Optional.of(new Rejection.PortUnavailable(output, found.get().state(now.get())));
        }
        return switch (found.get().condition()) {
            case SERVICEABLE -> Optional.empty();
            case BLOCKED -> Optional.of(new Rejection.PortUnavailable(output, PortState.BLOCKED));
            case FAULTY -> Optional.of(new Rejection.PortUnavailable(output, PortState.FAULTY));
        };
    }
}
