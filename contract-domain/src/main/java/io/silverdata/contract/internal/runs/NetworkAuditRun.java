package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.internal.runs.ContractWalk.Turn;
import io.silverdata.contract.internal.runs.NetworkReader.Seen;
import io.silverdata.contract.internal.transaction.FaultIsolation;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** An audit under way. Remembers what each OLT serves that it has come to. */
final class NetworkAuditRun implements AuditRun {
    private final NetworkAudit audit;
    private final NetworkReader.Look network;
    private final ContractWalk walk;
    private final Limiter limiter;
    private final long maxRepairs;
    private final Map<Finding, Long> findings = new EnumMap<>(Finding.class);
    private final ExtraSearch extras;
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
        for (Finding finding : Finding.values()) {
            findings.put(finding, 0L);
        }
    }

    @Override
    public AuditProgress advance(int max, Consumer<AuditItem> each) {
        Objects.requireNonNull(each, "each");
        audit.parts().requireAdvance("an audit", max);
        Optional<AuditProgress> halt = halt();
        walk.resume(max);
        int left = max;
        while (halt.isEmpty() && left > 0) {
            List<Turn> page = walk.next(Math.min(left, ContractWalk.PAGE));
            if (page.isEmpty()) {
                return searchExtras(left, each);
            }
            left -= page.size();
            look(page, each);
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
        boolean more = extras.advance(max, item -> tell(item, each));
        return progress(more ? RunState.MORE : RunState.FINISHED, Optional.empty());
    }

    private void look(List<Turn> page, Consumer<AuditItem> each) {
        Map<ContractId, Long> versions = new HashMap<>();
        List<Contract> contracts =
                page.stream().flatMap(turn -> turn.contract().stream()).toList();
        for (Seen seen : network.at(contracts)) {
            tell(isolated(seen, versions), each);
        }
        for (Turn turn : page) {
            if (turn.fault().isPresent()) {
                ContractFault fault = audit.parts()
                        .faults()
                        .found(FaultIsolation.Work.AUDIT, turn.fault().get());
                tell(AuditItems.unreadable(fault), each);
            } else {
                audit.parts().faults().over(FaultIsolation.Work.AUDIT, turn.id());
            }
        }
        turns += page.size();
        reached = Optional.of(page.get(page.size() - 1).id());
    }

    private void tell(AuditItem item, Consumer<AuditItem> each) {
        findings.merge(item.finding(), 1L, Long::sum);
        if (item.finding() != Finding.IN_SYNC) {
            each.accept(item);
        }
    }

    /** What throws for one contract alone is that contract's. */
    private AuditItem isolated(Seen seen, Map<ContractId, Long> versions) {
        try {
            return item(seen, versions);
        } catch (RuntimeException thrown) {
            ContractFault fault = audit.parts()
                    .faults()
                    .of(FaultIsolation.Work.AUDIT, seen.contract().id(), thrown);
            return AuditItems.of(seen.contract(), seen.target(), Finding.UNREADABLE, fault.problem());
        }
    }

    private AuditItem item(Seen seen, Map<ContractId, Long> versions) {
        Contract contract = seen.contract();
        NetworkTarget target = seen.target();
        if (seen.observation().isLeft()) {
            return AuditItems.of(
                    contract, target, Finding.UNSETTLED, seen.observation().getLeft());
        }
        return seen.observation().get().match(new Observation.Cases<>() {
            @Override
            public AuditItem on(Observation.InSync observation) {
                return AuditItems.of(contract, target, Finding.IN_SYNC, "");
            }

            @Override
            public AuditItem on(Observation.Drifted observation) {
                return drifted(contract, target, observation.drift(), versions);
            }

            @Override
            public AuditItem on(Observation.Unreadable observation) {
                return AuditItems.of(contract, target, Finding.UNREADABLE, observation.detail());
            }
        });
    }

    private AuditItem drifted(Contract contract, NetworkTarget target, Drift drift, Map<ContractId, Long> versions) {
        AuditItem item = AuditItems.of(contract, target, finding(drift.kind()), drift.detail());
        long version = versions.getOrDefault(contract.id(), contract.version());
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
        versions.put(contract.id(), reported.get().contract().version());
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
