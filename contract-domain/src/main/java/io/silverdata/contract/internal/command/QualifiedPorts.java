package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** Claims the best output that an assessment qualified. An assessment that allows none is refused before any is tried. */
final class QualifiedPorts {
    private final SiteAssessor site;

    QualifiedPorts(SiteAssessor site) {
        this.site = site;
    }

    Either<Rejection, Decision> claimBest(
            Contract contract,
            Optional<Assessment> assessment,
            ServiceAddress address,
            Situation situation,
            Function<PortAssignment, Either<Rejection, Decision>> decide) {
        if (assessment.isEmpty()) {
            return Either.left(new Rejection.NotAssessed());
        }
        Optional<Rejection> objection = assessment.get().objection(situation.now());
        return objection.isPresent()
                ? Either.left(objection.get())
                : situation
                        .ports()
                        .anyOf(assessment.get(), contract.id(), () -> site.around(address, situation.now()), decide);
    }
}
