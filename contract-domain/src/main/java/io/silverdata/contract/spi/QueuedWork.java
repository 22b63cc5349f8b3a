package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of the work queue as it is.
 *
 * @param contract which
 * @param access what is to be done about the RADIUS side
 * @param line what is to be done about the OLT side
 * @param holder who leased it and has not settled it yet, even if the lease has ended
 */
public record QueuedWork(ContractId contract, TargetWork access, TargetWork line, Optional<WorkHolder> holder) {

    public QueuedWork {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(holder, "holder");
    }

    /** What is to be done about a target. */
    public TargetWork of(NetworkTarget target) {
        return switch (target) {
            case ACCESS -> access;
            case LINE -> line;
        };
    }

    /** From when it may be leased: a target is due, and no lease is in the way. Empty if there is nothing to try. */
    public Optional<Instant> leasableFrom() {
        return Stream.of(access, line)
                .flatMap(work -> work.dueAt().stream())
                .min(Comparator.naturalOrder())
                .map(due -> holder.map(WorkHolder::until).filter(due::isBefore).orElse(due));
    }

    /** How it stands. */
    public Set<WorkState> states(Instant now) {
        Set<WorkState> states = EnumSet.noneOf(WorkState.class);
        if (holder.filter(held -> held.until().isAfter(now)).isPresent()) {
            states.add(WorkState.LEASED);
        } else {
            leasableFrom().ifPresent(from -> states.add(from.isAfter(now) ? WorkState.WAITING : WorkState.DUE));
        }
        if (access.isParked() || line.isParked()) {
            states.add(WorkState.PARKED);
        }
        if (access.isHeld() || line.isHeld()) {
            states.add(WorkState.HELD);
        }
        return states;
    }
}
