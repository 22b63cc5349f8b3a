package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** Activates a draft on the output it reserved, or on the best free one that its assessment qualified. */
public final class ActivateUseCase {
    private final HostPorts host;
    private final QualifiedPorts qualifiedPorts;

    /** A use case; all parts are shared with the facade. */
    public ActivateUseCase(HostPorts host, SiteAssessor site) {
        this.host = host;
        qualifiedPorts = new QualifiedPorts(site);
    }

    /** Activates a draft. */
    public Either<Rejection, Decision> activate(
            Contract draft, OnuSerial onu, RadiusUser radiusUser, Situation situation) {
        return host.onu(onu).flatMap(available -> claimAndActivate(draft, onu, radiusUser, situation));
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
