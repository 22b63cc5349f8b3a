package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.examples.console.background.RunView;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditProgress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An audit as its page shows it.
 *
 * @param contracts how many had their turn
 * @param repairs how many targets are delivered again because of it
 * @param clean whether it is through and nothing differs
 * @param counts how often each was found
 * @param finding whose rows are shown
 * @param extras how many could be removed
 */
public record AuditView(
        RunView run,
        AuditPlan plan,
        long contracts,
        long repairs,
        boolean clean,
        List<Count> counts,
        String finding,
        List<Difference> rows,
        int extras) {
    /** What a person looks at first. */
    private static final List<AuditItem.Finding> WORST_FIRST = List.of(
            AuditItem.Finding.DIFFERENT,
            AuditItem.Finding.MISSING,
            AuditItem.Finding.EXTRA,
            AuditItem.Finding.UNREADABLE,
            AuditItem.Finding.PLANT_DIFFERS,
            AuditItem.Finding.UNSETTLED);

    /**
     * What was found out about one target of one contract, or about something that no contract asks for.
     *
     * @param contract empty if no contract has anything to do with it
     * @param number of that contract
     * @param repairing whether it is to be delivered again
     */
    public record Difference(
            Optional<String> contract,
            Optional<String> number,
            String target,
            String finding,
            String detail,
            boolean repairing) {}

    /** How often something was found. */
    public record Count(String finding, long count) {}

    static AuditView of(AuditJob job, Optional<AuditItem.Finding> wanted) {
        Optional<AuditProgress> progress = job.findings().progress();
        AuditItem.Finding finding = wanted.orElseGet(() -> firstFound(job));
        return new AuditView(
                RunView.of(job.run()),
                job.plan(),
                progress.map(AuditProgress::contracts).orElse(0L),
                progress.map(AuditProgress::repairs).orElse(0L),
                progress.filter(AuditProgress::isClean).isPresent(),
                Stream.concat(WORST_FIRST.stream(), Stream.of(AuditItem.Finding.IN_SYNC))
                        .map(one -> new Count(
                                one.name(), progress.map(so -> so.count(one)).orElse(0L)))
                        .toList(),
                finding.name(),
                job.findings().rows().of(finding),
                job.findings().extras().size());
    }

    private static AuditItem.Finding firstFound(AuditJob job) {
        return WORST_FIRST.stream()
                .filter(finding -> !job.findings().rows().of(finding).isEmpty())
                .findFirst()
                .orElse(AuditItem.Finding.DIFFERENT);
    }
}
