package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.Status;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Activates a draft on the output it reserved, or on the best free one that its assessment qualified. */
public final class ActivateUseCase {
    private final HostPorts host;
    private final ReserveUseCase reserving;
    private final QualifiedPorts qualifiedPorts;

    /** A use case; all parts are shared with the facade. */
    public ActivateUseCase(HostPorts host, SiteAssessor site, ReserveUseCase reserving) {
        this.host = host;
        this.reserving = reserving;
        qualifiedPorts = new QualifiedPorts(site);
    }

    /** Activates a draft. */
    public Either<Rejection, Decision> activate(
            Contract draft, OnuSerial onu, RadiusUser radiusUser, Situation situation) {
        return host.onu(onu).flatMap(available -> claimAndActivate(draft, onu, radiusUser, situation));
    }

    /** Schedules the activation of a draft, on an output that is reserved for it until then. */
    public Either<Rejection, Decision> schedule(
            Contract draft, OnuSerial onu, RadiusUser radiusUser, Instant at, Situation situation) {
        Command.Schedule schedule = Scheduling.schedule(new Command.ActivateReserved(onu, radiusUser), at);
        boolean isReserved = draft.reservation()
                .filter(held -> !held.isOver(situation.now()))
                .isPresent();
        // Of a contract that is live already, or a time that is past, the decision says so.
        boolean decides = isReserved || draft.status() != Status.DRAFT || !at.isAfter(situation.now());
        return host.onu(onu)
                .flatMap(available -> decides
                        ? situation.decide(draft, schedule)
                        : qualifiedPorts.claimBest(
                                draft,
                                draft.assessment(),
                                draft.address(),
                                situation,
                                ports -> situation
                                        .decide(draft, reserving.reservation(ports, Optional.empty(), situation))
                                        .flatMap(reserved ->
                                                reserved.then(current -> situation.decide(current, schedule)))));
    }

    private Either<Rejection, Decision> claimAndActivate(
            Contract draft, OnuSerial onu, RadiusUser radiusUser, Situation situation) {
        Function<PortAssignment, Either<Rejection, Decision>> activate =
                ports -> situation.decide(draft, new Command.Activate(ports, onu, radiusUser));
        Optional<Reservation> reserved = draft.reservation().filter(held -> !held.isOver(situation.now()));
        return reserved.isPresent()
                ? situation.ports().exactly(reserved.get().ports().splitterOutput(), activate)
                : qualifiedPorts.claimBest(draft, draft.assessment(), draft.address(), situation, activate);
    }
}
