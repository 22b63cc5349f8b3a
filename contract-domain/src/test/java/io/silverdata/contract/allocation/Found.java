package io.silverdata.contract.allocation;

import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an assessor might have found. */
final class Found {
    private Found() {}

    static SplitterAssessment splitter(String name, FeasibilityCheck.Result result, Optional<Decibels> margin) {
        return new SplitterAssessment(
                new SplitterId(name),
                new PonPortId(new OltId("olt-1"), 0, 1, 3),
                Distance.ofMetres(100),
                List.of(new FeasibilityCheck(FeasibilityCheck.Kind.OPTICAL_BUDGET, result, "")),
                Optional.empty(),
                margin);
    }

    static SplitterAssessment qualified(String name, double margin) {
        return splitter(name, FeasibilityCheck.Result.PASS, Optional.of(Decibels.of(margin)));
    }

    static Assessment assessment(SplitterAssessment... splitters) {
        return assessment(List.of(splitters));
    }

    static Assessment assessment(List<SplitterAssessment> splitters) {
        return assessment(splitters, Optional.empty());
    }

    static Assessment assessment(List<SplitterAssessment> splitters, Optional<SplitterId> wanted) {
        return new Assessment(Verdict.QUALIFIED, wanted, splitters, Instant.parse("2026-03-09T12:00:00Z"));
    }
}
