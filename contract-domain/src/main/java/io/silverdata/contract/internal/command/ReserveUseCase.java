package io.silverdata.contract.internal.command;

import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.SplitterOutputId;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/** Sets an output aside for a draft, for as long as the allocation policy says. */
public final class ReserveUseCase {
    private final AllocationPolicy policy;
    private final QualifiedPorts qualifiedPorts;

    /** A use case; all parts are shared with the facade. */
    public ReserveUseCase(AllocationPolicy policy, SiteAssessor site) {
        this.policy = policy;
        qualifiedPorts = new QualifiedPorts(site);
    }

    /** Reserves the best output that the assessment qualified. */
    public Either<Rejection, Decision> best(Contract draft, Situation situation) {
        return qualifiedPorts.claimBest(
                draft,
                draft.assessment(),
                draft.address(),
                situation,
                ports -> reserve(draft, ports, Optional.empty(), situation));
    }

    /** Reserves one output; with an override, whatever the assessment says. */
    public Either<Rejection, Decision> exactly(
            Contract draft, SplitterOutputId output, Optional<String> override, Situation situation) {
        return situation.ports().exactly(output, ports -> reserve(draft, ports, override, situation));
    }

    /** Makes a reservation last one more period from its present end. */
    public Either<Rejection, Decision> renew(Contract draft, Situation situation) {
        Instant end = draft.reservation().map(Reservation::until).orElse(situation.now());
        return situation.decide(
                draft, new Command.RenewReservation(end.plus(policy.reservationTtl()), policy.maxRenewals()));
    }

    Command.Reserve reservation(PortAssignment ports, Optional<String> override, Situation situation) {
        return new Command.Reserve(ports, situation.now().plus(policy.reservationTtl()), override);
    }

    private Either<Rejection, Decision> reserve(
            Contract draft, PortAssignment ports, Optional<String> override, Situation situation) {
        return situation.decide(draft, reservation(ports, override, situation));
    }
}
