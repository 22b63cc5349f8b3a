package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.Optional;

/** Drafts, assesses, reserves the best output and activates, in one decision. */
public final class SignUpUseCase {
    private final DraftUseCase drafting;
    private final ReserveUseCase reserving;
    private final HostPorts host;
    private final SiteAssessor site;
    private final QualifiedPorts qualifiedPorts;

    /** A use case; all parts are shared with the facade. */
    public SignUpUseCase(DraftUseCase drafting, ReserveUseCase reserving, HostPorts host, SiteAssessor site) {
        this.drafting = drafting;
        this.reserving = reserving;
        this.host = host;
        this.site = site;
        qualifiedPorts = new QualifiedPorts(site);
    }

    /** Signs a customer up. */
    public Either<Rejection, Decision> signUp(SignUp request, Situation situation) {
        return host.onu(request.onu())
                .flatMap(onu -> drafting.draft(request.terms(), situation))
                .flatMap(draft -> claimAndActivate(draft, request, situation));
    }

    private Either<Rejection, Decision> claimAndActivate(Decision draft, SignUp request, Situation situation) {
        Contract contract = draft.contract();
        Assessment assessment = site.assess(contract, situation.now());
        return qualifiedPorts.claimBest(
                contract,
                Optional.of(assessment),
                contract.address(),
                situation,
                ports -> activate(draft, request, assessment, ports, situation));
    }

    private Either<Rejection, Decision> activate(
            Decision draft, SignUp request, Assessment assessment, PortAssignment ports, Situation situation) {
        return draft.then(contract -> situation.decide(contract, new Command.Assess(assessment)))
                .flatMap(assessed -> assessed.then(contract ->
                        situation.decide(contract, reserving.reservation(ports, Optional.empty(), situation))))
                .flatMap(reserved -> reserved.then(contract ->
                        situation.decide(contract, new Command.Activate(ports, request.onu(), request.radiusUser()))));
    }
}
