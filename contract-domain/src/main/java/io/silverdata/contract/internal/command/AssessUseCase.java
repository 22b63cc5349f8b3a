package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.vavr.control.Either;
import java.util.Optional;

/** Assesses the address of a draft. */
public final class AssessUseCase {
    private final SiteAssessor site;

    /** A use case; all parts are shared with the facade. */
    public AssessUseCase(SiteAssessor site) {
        this.site = site;
    }

    /** Assesses a draft, from a certain splitter if one is wanted. */
    public Either<Rejection, Decision> assess(Contract draft, Optional<SplitterId> wanted, Situation situation) {
        Optional<SplitterId> unknown = wanted.filter(splitter -> !site.knows(splitter, situation.now()));
        if (unknown.isPresent()) {
            return Either.left(
                    new Rejection.InvalidValue("splitter", unknown.get().value(), "a splitter of the plant"));
        }
        Assessment assessment = wanted.map(splitter -> site.assess(draft, splitter, situation.now()))
                .orElseGet(() -> site.assess(draft, situation.now()));
        return situation.decide(draft, new Command.Assess(assessment));
    }
}
