package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterOutputId;
import io.vavr.control.Either;
import java.util.Optional;

/** Assesses the new address and moves the service to the best free output there, or to the one that the caller chose. */
public final class RelocateUseCase {
    private final SiteAssessor site;
    private final QualifiedPorts qualifiedPorts;

    /** A use case; all parts are shared with the facade. */
    public RelocateUseCase(SiteAssessor site) {
        this.site = site;
        qualifiedPorts = new QualifiedPorts(site);
    }

    /** Relocates a contract. */
    public Either<Rejection, Decision> relocate(Contract live, ServiceAddress address, Situation situation) {
        if (address.equals(live.address()) && isOnServiceableOutput(live, situation)) {
            return Either.left(new Rejection.NothingToChange("address", address.text()));
        }
        Assessment assessment = site.assess(address, live.plan(), situation.now());
        return qualifiedPorts.claimBest(
                live,
                Optional.of(assessment),
                address,
                situation,
                ports -> situation.decide(live, new Command.Relocate(address, ports, assessment)));
    }

    /** Relocates a contract to one output; with an override, whatever the assessment says. */
    public Either<Rejection, Decision> relocate(
            Contract live,
            ServiceAddress address,
            SplitterOutputId output,
            Optional<String> override,
            Situation situation) {
        if (!site.knows(output.splitter(), situation.now())) {
            return Either.left(new Rejection.UnknownPort(output));
        }
        Assessment assessment = site.assess(address, live.plan(), output.splitter(), situation.now());
        return situation
                .ports()
                .technologyObjection(output, live.plan())
                .<Either<Rejection, Decision>>map(Either::left)
                .orElseGet(() -> situation
                        .ports()
                        .exactly(
                                output,
                                ports -> situation.decide(
                                        live, new Command.Relocate(address, ports, assessment, override))));
    }

    /** A subscriber whose output is blocked or faulty may move to another one at the same address. */
    private static boolean isOnServiceableOutput(Contract live, Situation situation) {
        return live.line()
                .filter(line -> situation.ports().isServiceable(line.ports().splitterOutput()))
                .isPresent();
    }
}
