package io.silverdata.contract.runs;

import io.silverdata.contract.model.ContractId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far an audit has come.
 *
 * @param state what to do next; {@code STOPPED} once as many repairs were made as the limits allow
 * @param contracts how many contracts had their turn
 * @param findings how often each was found; every one is there
 * @param repairs how many targets are to be delivered again because of it
 * @param reached the last contract whose turn came; what a later run may begin after
 * @param resumeAt when to call again, if it has to wait
 */
public record AuditProgress(
        RunState state,
        long contracts,
        Map<AuditItem.Finding, Long> findings,
        long repairs,
        Optional<ContractId> reached,
        Optional<Instant> resumeAt) {

    public AuditProgress {
        Objects.requireNonNull(state, "state");
        findings = Collections.unmodifiableMap(new EnumMap<>(findings));
        Objects.requireNonNull(reached, "reached");
        Objects.requireNonNull(resumeAt, "resumeAt");
    }

    /** How often that was found. */
    public long count(AuditItem.Finding finding) {
        return findings.getOrDefault(finding, 0L);
    }

    /** Whether it is through, and everything it looked at could be read, was settled, and is as the contracts say. */
    public boolean isClean() {
        return state == RunState.FINISHED
                && findings.entrySet().stream()
                        .allMatch(entry -> entry.getKey() == AuditItem.Finding.IN_SYNC || entry.getValue() == 0);
    }
}
