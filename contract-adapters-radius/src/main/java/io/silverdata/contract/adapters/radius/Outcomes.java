package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.SessionResult.Verdict;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the results of a login's sessions come to. An answer that did not come never counts as a yes. */
final class Outcomes {
    private static final Set<Verdict> DONE =
            EnumSet.of(Verdict.CLOSED, Verdict.CHANGE_ACKNOWLEDGED, Verdict.GONE, Verdict.NOT_FOUND);

    private Outcomes() {}

    /**
     * One outcome for all: refused before unknown before not sent, because only a person ends the first.
     *
     * @param rowsChanged whether something was written already, so that it cannot be said that nothing changed
     */
    static DeviceOutcome of(List<SessionResult> results, boolean rowsChanged) {
        List<SessionResult> open = results.stream()
                .filter(result -> !DONE.contains(result.verdict()))
                .toList();
        if (open.isEmpty()) {
            return new DeviceOutcome.Applied();
        }
        String detail = open.stream()
                .map(result -> result.session() + ": " + result.verdict() + ", " + result.detail())
                .collect(Collectors.joining("; "));
        if (has(open, Verdict.REFUSED)) {
            return new DeviceOutcome.Refused("SESSION_REFUSED", detail);
        }
        boolean nothingHappened =
                !rowsChanged && results.stream().allMatch(result -> result.verdict() == Verdict.NOT_SENT);
        return nothingHappened ? new DeviceOutcome.NotSent(detail) : new DeviceOutcome.Unknown(detail);
    }

    private static boolean has(List<SessionResult> results, Verdict verdict) {
        return results.stream().anyMatch(result -> result.verdict() == verdict);
    }
}
