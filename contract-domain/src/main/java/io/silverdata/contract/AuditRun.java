package io.silverdata.contract;

import io.silverdata.contract.AuditItem.Finding;
import io.silverdata.contract.BulkProgress.State;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.internal.ContractWalk;
import io.silverdata.contract.internal.NetworkReader;
import io.silverdata.contract.internal.NetworkReader.Seen;
import io.silverdata.contract.internal.Pace;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.Observation;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An audit under way. It does nothing by itself: the host calls {@link #advance} from its own scheduler, and pauses it by not
 * calling. Keeps in memory what each OLT serves that it has come to; where that is too much, audit one OLT after the other with
 * {@link Selection#onOlt}. Not thread-safe: one caller at a time.
 */
public final class AuditRun {
    private static final int PAGE = 200;
    private static final Duration QUEUE_CHECK = Duration.ofSeconds(1);

    private final Audit audit;
    private final NetworkReader.Look network;
    private final ContractWalk walk;
    private final Pace pace;
    private final long maxRepairs;
    private final Map<Finding, Long> findings = new EnumMap<>(Finding.class);
    private final ExtraSearch extras;
    private Optional<ContractId> reached;
    private long contracts;
    private long repairs;

    AuditRun(Audit audit, Optional<ContractId> after) {
        this.audit = audit;
        this.network = audit.network().begin();
        this.walk = audit.walk(after);
        this.reached = after;
        this.pace = new Pace(audit.scope().limits().perSecond(), audit.now());
        this.maxRepairs = audit.scope().limits().max(Contracts.live(audit.storage()));
        this.extras = new ExtraSearch(audit.storage(), network);
        for (Finding finding : Finding.values()) {
            findings.put(finding, 0L);
        }
    }

    /**
     * Looks at the next contracts, and after the last one for what no contract asks for, if that is wanted. Asks devices, so it
     * may take long.
     *
     * @param max how many contracts, logins or ONUs at most, 1 or more
     * @param each is told what was found, except for what is in sync
     * @return how far it has come, and what is to be done next
     * @throws IllegalArgumentException if {@code max} is below 1
     * @throws IllegalStateException inside a unit of work: no device may be touched there
     */
    public AuditProgress advance(int max, Consumer<AuditItem> each) {
        Objects.requireNonNull(each, "each");
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, was " + max);
        }
        Contracts.outsideUnitOfWork(audit.storage(), "an audit");
        Optional<AuditProgress> halt = halt();
        int left = max;
        while (halt.isEmpty() && left > 0) {
            List<Contract> page = page(Math.min(left, PAGE));
            if (page.isEmpty()) {
                return searchExtras(left, each);
            }
            left -= page.size();
            look(page, each);
            halt = halt();
        }
        return halt.orElseGet(() -> progress(State.MORE, Optional.empty()));
    }

    private Optional<AuditProgress> halt() {
        if (!audit.scope().repair()) {
            return Optional.empty();
        }
        if (repairs >= maxRepairs) {
            return Optional.of(progress(State.STOPPED, Optional.empty()));
        }
        if (audit.scope().limits().isExceededBy(audit.storage().work(), audit.now())) {
            return Optional.of(progress(State.WAITING, Optional.of(audit.now().plus(QUEUE_CHECK))));
        }
        return pace.notBefore(audit.now()).map(at -> progress(State.WAITING, Optional.of(at)));
    }

    private List<Contract> page(int size) {
        List<Contract> page = new ArrayList<>();
        while (page.size() < size) {
            Optional<Contract> next = walk.next();
            if (next.isEmpty()) {
                break;
            }
            page.add(next.get());
        }
        return page;
    }

    private AuditProgress searchExtras(int max, Consumer<AuditItem> each) {
        if (!audit.scope().extras()) {
            return progress(State.FINISHED, Optional.empty());
        }
        boolean more = extras.advance(max, item -> tell(item, each));
        return progress(more ? State.MORE : State.FINISHED, Optional.empty());
    }

    private void look(List<Contract> page, Consumer<AuditItem> each) {
        Map<ContractId, Long> versions = new HashMap<>();
        for (Seen seen : network.at(page)) {
            tell(item(seen, versions), each);
        }
        contracts += page.size();
        reached = Optional.of(page.get(page.size() - 1).id());
    }

    private void tell(AuditItem item, Consumer<AuditItem> each) {
        findings.merge(item.finding(), 1L, Long::sum);
        if (item.finding() != Finding.IN_SYNC) {
            each.accept(item);
        }
    }

    private AuditItem item(Seen seen, Map<ContractId, Long> versions) {
        Contract contract = seen.contract();
        NetworkTarget target = seen.target();
        if (seen.observation().isLeft()) {
            return AuditItem.of(
                    contract, target, Finding.UNSETTLED, seen.observation().getLeft());
        }
        return seen.observation().get().match(new Observation.Cases<>() {
            @Override
            public AuditItem on(Observation.InSync observation) {
                return AuditItem.of(contract, target, Finding.IN_SYNC, "");
            }

            @Override
            public AuditItem on(Observation.Drifted observation) {
                return drifted(contract, target, observation.drift(), versions);
            }

            @Override
            public AuditItem on(Observation.Unreadable observation) {
                return AuditItem.of(contract, target, Finding.UNREADABLE, observation.detail());
            }
        });
    }

    private AuditItem drifted(Contract contract, NetworkTarget target, Drift drift, Map<ContractId, Long> versions) {
        AuditItem item = AuditItem.of(contract, target, finding(drift.kind()), drift.detail());
        long version = versions.getOrDefault(contract.id(), contract.version());
        if (!audit.scope().repair() || repairs >= maxRepairs) {
            return isUnchanged(contract.id(), version) ? item : changed(contract, target);
        }
        Either<Rejection, CommandResult> reported = audit.contracts()
                .reportDrift(contract.id(), target, drift, audit.context().expecting(version));
        if (reported.isLeft()) {
            return changed(contract, target);
        }
        repairs++;
        pace.spend();
        versions.put(contract.id(), reported.get().contract().version());
        return item.redelivered(reported.get());
    }

    private boolean isUnchanged(ContractId contract, long version) {
        return audit.contracts()
                .find(contract)
                .filter(now -> now.version() == version)
                .isPresent();
    }

    private static AuditItem changed(Contract contract, NetworkTarget target) {
        return AuditItem.of(contract, target, Finding.UNSETTLED, "the contract changed meanwhile");
    }

    private static Finding finding(Drift.Kind kind) {
        return switch (kind) {
            case MISSING -> Finding.MISSING;
            case EXTRA -> Finding.EXTRA;
            case DIFFERENT -> Finding.DIFFERENT;
        };
    }

    private AuditProgress progress(State state, Optional<Instant> resumeAt) {
        return new AuditProgress(state, contracts, findings, repairs, reached, resumeAt);
    }
}
