package io.silverdata.contract.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to "can this address be served", with what speaks for and against each splitter nearby.
 *
 * @param verdict on the address as a whole
 * @param wanted the splitter asked for, if any
 * @param splitters what was looked at: the one asked for first, if any, then nearest first
 * @param expiresAt when the answer is too old to reserve on; at that instant it is
 */
public record Assessment(
        Verdict verdict, Optional<SplitterId> wanted, List<SplitterAssessment> splitters, Instant expiresAt) {

    public Assessment {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(wanted, "wanted");
        splitters = List.copyOf(splitters);
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** The splitters that can serve the address, nearest first. */
    public List<SplitterAssessment> qualified() {
        return splitters.stream()
                .filter(splitter -> splitter.verdict().allowsReservation())
                .toList();
    }

    /** Why nothing may be reserved on this answer, whatever the splitter: it is too old, or it is no. */
    public Optional<Rejection> objection(Instant now) {
        if (isOver(now)) {
            return Optional.of(new Rejection.AssessmentExpired(expiresAt));
        }
        return verdict.allowsReservation()
                ? Optional.empty()
                : Optional.of(new Rejection.NotQualified(verdict, Optional.empty()));
    }

    /** What was found about one splitter. */
    public Optional<SplitterAssessment> of(SplitterId splitter) {
        return splitters.stream()
                .filter(candidate -> candidate.splitter().equals(splitter))
                .findFirst();
    }

    /** Whether the answer is too old to reserve on. */
    public boolean isOver(Instant at) {
        return !expiresAt.isAfter(at);
    }
}
