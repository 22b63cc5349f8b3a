package io.silverdata.contract.adapters.radius.internal.access;

import io.silverdata.contract.adapters.radius.session.SessionResult;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** The one place where results of sessions become the outcome of a delivery. A missing answer never counts as a yes. */
final class DeviceOutcomes {
    private static final String ROWS_WRITTEN = "the rows are written; ";

    private DeviceOutcomes() {}

    /**
     * One outcome for all sessions of a login: refused first, because only a person ends that; then that a NAS is silent, because
     * silence is never given up; then unknown.
     *
     * @param rowsChanged whether rows were written; then the outcome is never that nothing changed
     */
    static DeviceOutcome of(List<SessionResult> results, boolean rowsChanged) {
        List<SessionResult> open =
                results.stream().filter(result -> !isDone(result.outcome())).toList();
        if (open.isEmpty()) {
            return new DeviceOutcome.Applied();
        }
        String detail = open.stream()
                .map(result -> result.session() + ": " + result.outcome() + ", " + result.detail())
                .collect(Collectors.joining("; "));
        if (has(open, Outcome.REFUSED)) {
            return new DeviceOutcome.Refused("SESSION_REFUSED", detail);
        }
        if (!rowsChanged && results.stream().allMatch(result -> result.outcome() == Outcome.NOT_SENT)) {
            return new DeviceOutcome.NotSent(detail);
        }
        String all = rowsChanged ? ROWS_WRITTEN + detail : detail;
        return has(open, Outcome.NO_ANSWER) || has(open, Outcome.NOT_SENT)
                ? new DeviceOutcome.NoAnswer(all)
                : new DeviceOutcome.Unknown(all);
    }

    private static boolean isDone(Outcome outcome) {
        return switch (outcome) {
            case CLOSED, CHANGE_ACKNOWLEDGED, GONE, NOT_FOUND -> true;
            case CLOSE_ACKNOWLEDGED, STILL_ONLINE, PENDING, LATER, REFUSED, NO_ANSWER, NOT_SENT -> false;
        };
    }

    private static boolean has(List<SessionResult> results, Outcome outcome) {
        return results.stream().anyMatch(result -> result.outcome() == outcome);
    }
}
