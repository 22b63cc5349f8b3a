package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.internal.runs.ContractWalk.Turn;
import io.silverdata.contract.internal.runs.NetworkReader.Seen;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditItem.Finding;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.Observation;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An audit under way. Remembers what each OLT serves that it has come to. If the consumer or the storage throws, the next call goes on with
 * the same item.
 */
final class NetworkAuditRun implements AuditRun {
    private final NetworkAudit audit;
    private final NetworkReader.Look network;
    private final ContractWalk walk;
    private final Limiter limiter;
    private final long maxRepairs;
    private final Map<Finding, Long> findings = new EnumMap<>(Finding.class);
    private final ExtraSearch extras;
    private final VerifiedTargets verified;
    private final Deque<AuditItem> untold = new ArrayDeque<>();
    private Optional<Page> begun = Optional.empty();
    private Optional<ContractId> reached;
    private long turns;
    private long repairs;

    NetworkAuditRun(NetworkAudit audit, Optional<ContractId> after) {
        this.audit = audit;
        this.network = audit.network().begin();
        this.walk = audit.parts().walk(audit.selection(), after);
        this.reached = after;
        this.limiter = new Limiter(audit.limits(), audit.parts());
        this.maxRepairs = Limiter.allowed(audit.limits(), audit.parts().live());
        this.extras = new ExtraSearch(audit.parts().storage(), network);
        this.verified = new VerifiedTargets(audit.parts(), audit.context());
        for (Finding finding : Finding.values()) {
            findings.put(finding, 0L);
        }
    }

    @Override
    public AuditProgress advance(int max, Consumer<AuditItem> each) {
        Objects.requireNonNull(each, "each");
        audit.parts().requireAdvance("an audit", max);
        tellAll(each);
        Optional<AuditProgress> halt = halt();
        walk.resume(max);
        int left = max;
        while (halt.isEmpty() && left > 0) {
            int size = Math.min(left, ContractWalk.PAGE);
            Optional<Page> page = begun.or(() -> nextPage(size));
            begun = page;
            if (page.isEmpty()) {
                return searchExtras(left, each);
            }
            left -= page.get().turns.size();
            look(page.get(), each);
            begun = Optional.empty();
            halt = halt();
        }
        return halt.orElseGet(() -> progress(RunState.MORE, Optional.empty()));
    }

    private Optional<AuditProgress> halt() {
        if (!audit.repairs()) {
            return Optional.empty();
        }
        if (repairs >= maxRepairs) {
            return Optional.of(progress(RunState.STOPPED, Optional.empty()));
        }
        return limiter.queueTooLong().or(limiter::notBefore).map(at -> progress(RunState.WAITING, Optional.of(at)));
    }

    private AuditProgress searchExtras(int max, Consumer<AuditItem> each) {
        if (!audit.searchesExtras()) {
            return progress(RunState.FINISHED, Optional.empty());
        }
        boolean more = extras.advance(max, this::found);
        tellAll(each);
        return progress(more ? RunState.MORE : RunState.FINISHED, Optional.empty());
    }

    /** Some contracts, and what of them is still to be compared. */
    private static final class Page {
        final List<Turn> turns;
        final Map<ContractId, Long> versions = new HashMap<>();
        final Deque<Seen> seen = new ArrayDeque<>();
        final Deque<AuditItem> misplaced = new ArrayDeque<>();
        final Deque<Turn> ends;
        ObservedTargets observed = new ObservedTargets(Coexistence.NONE);
        boolean isRead;

        Page(List<Turn> turns) {
            this.turns = turns;
            ends = new ArrayDeque<>(turns);
        }

        /** The version of a contract that was compared, or to which its repair has brought it. */
        long version(ContractId contract) {
            return versions.computeIfAbsent(
                    contract,
                    id -> turns.stream()
                            .flatMap(turn -> turn.contract().stream())
                            .filter(compared -> compared.id().equals(id))
                            .mapToLong(Contract::version)
                            .findFirst()
                            .orElseThrow());
        }
    }

    private Optional<Page> nextPage(int max) {
        List<Turn> turns = walk.next(max);
        return turns.isEmpty() ? Optional.empty() : Optional.of(new Page(turns));
    }

    private void look(Page page, Consumer<AuditItem> each) {
        if (!page.isRead) {
            page.observed = new ObservedTargets(audit.parts().gate().current());
            page.seen.addAll(network.at(
                    page.turns.stream()
                            .flatMap(turn -> turn.contract().stream())
                            .toList(),
                    page.observed));
            page.misplaced.addAll(new PlantComparison(
                            audit.parts().storage().plant(), audit.parts().now())
                    .differences(page.turns.stream()
                            .flatMap(turn -> turn.contract().stream())
                            .toList()));
            page.isRead = true;
        }
        while (!page.misplaced.isEmpty()) {
            found(page.misplaced.remove());
            tellAll(each);
        }
        while (!page.seen.isEmpty()) {
            AuditItem item = isolated(page.seen.element(), page);
            page.seen.remove();
            found(item);
            tellAll(each);
        }
        verified.confirm(page::version);
        while (!page.ends.isEmpty()) {
            end(page.ends.remove());
            tellAll(each);
        }
        turns += page.turns.size();
        reached = Optional.of(page.turns.get(page.turns.size() - 1).id());
    }

    private void end(Turn turn) {
        if (turn.fault().isPresent()) {
            found(AuditItems.unreadable(audit.parts()
                    .faults()
                    .found(FaultIsolation.Work.AUDIT, turn.fault().get())));
        } else {
            audit.parts().faults().over(FaultIsolation.Work.AUDIT, turn.id());
        }
    }

    private void found(AuditItem item) {
        findings.merge(item.finding(), 1L, Long::sum);
        if (item.finding() != Finding.IN_SYNC) {
            untold.add(item);
        }
    }

    /** An item counts as told once the consumer has returned. */
    private void tellAll(Consumer<AuditItem> each) {
        while (!untold.isEmpty()) {
            each.accept(untold.element());
            untold.remove();
        }
    }

    /** What throws for one contract alone is that contract's. */
    private AuditItem isolated(Seen seen, Page page) {
        try {
            return item(seen, page);
        } catch (RuntimeException thrown) {
            ContractFault fault = audit.parts()
                    .faults()
                    .of(FaultIsolation.Work.AUDIT, seen.contract().id(), thrown);
            return AuditItems.of(seen.contract(), seen.target(), Finding.UNREADABLE, fault.problem());
        }
    }

    private AuditItem item(Seen seen, Page page) {
        Contract contract = seen.contract();
        NetworkTarget target = seen.target();
        if (seen.observation().isLeft()) {
            return AuditItems.of(
                    contract, target, Finding.UNSETTLED, seen.observation().getLeft());
        }
        return seen.observation().get().match(new Observation.Cases<>() {
            @Override
            public AuditItem on(Observation.InSync observation) {
                if (page.observed.isConfirmedByLooking(contract, target)) {
                    verified.addHeld(contract, target);
                } else {
                    verified.add(contract, target);
                }
                return AuditItems.of(contract, target, Finding.IN_SYNC, "");
            }

            @Override
            public AuditItem on(Observation.Drifted observation) {
                return drifted(contract, target, observation.drift(), page);
            }

            @Override
            public AuditItem on(Observation.Unreadable observation) {
                return AuditItems.of(contract, target, Finding.UNREADABLE, observation.detail());
            }
        });
    }

    private AuditItem drifted(Contract contract, NetworkTarget target, Drift drift, Page page) {
        AuditItem item = AuditItems.of(contract, target, finding(drift.kind()), drift.detail());
        long version = page.versions.getOrDefault(contract.id(), contract.version());
        if (page.observed.isObserved(contract, target)) {
            return isUnchanged(contract.id(), version) ? AuditItems.observed(item) : changed(contract, target);
        }
        if (!audit.repairs() || repairs >= maxRepairs) {
            return isUnchanged(contract.id(), version) ? item : changed(contract, target);
        }
        Optional<CommandResult> reported =
                audit.parts().commands().togetherRepeatedly(() -> report(contract.id(), target, drift, version));
        if (reported.isEmpty()) {
            return changed(contract, target);
        }
        repairs++;
        limiter.spend();
        page.versions.put(contract.id(), reported.get().contract().version());
        return AuditItems.redelivered(item, reported.get());
    }

    /** Reports drift of a contract that is still selected, and still what was compared. */
    private Optional<CommandResult> report(ContractId id, NetworkTarget target, Drift drift, long version) {
        boolean selected = audit.parts()
                .storage()
                .contracts()
                .find(id)
                .map(audit.parts()::current)
                .filter(audit.selection()::includes)
                .isPresent();
        return selected
                ? DriftReport.report(
                                audit.parts().commands(),
                                id,
                                target,
                                drift,
                                audit.context().expecting(version))
                        .map(Optional::of)
                        .getOrElse(Optional.empty())
                : Optional.empty();
    }

    private boolean isUnchanged(ContractId contract, long version) {
        return audit.parts()
                .storage()
                .contracts()
                .find(contract)
                .filter(now -> now.version() == version)
                .isPresent();
    }

    private static AuditItem changed(Contract contract, NetworkTarget target) {
        return AuditItems.of(contract, target, Finding.UNSETTLED, "the contract changed meanwhile");
    }

    private static Finding finding(Drift.Kind kind) {
        return switch (kind) {
            case MISSING -> Finding.MISSING;
            case EXTRA -> Finding.EXTRA;
            case DIFFERENT -> Finding.DIFFERENT;
        };
    }

    private AuditProgress progress(RunState state, Optional<Instant> resumeAt) {
        return new AuditProgress(state, turns, findings, repairs, reached, resumeAt);
    }
}
