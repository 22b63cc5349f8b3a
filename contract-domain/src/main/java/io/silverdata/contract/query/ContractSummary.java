package io.silverdata.contract.query;

import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionHold;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a list shows of a contract. {@link io.silverdata.contract.Contracts#find} gives the whole.
 *
 * @param id for programs
 * @param version the number of events so far
 * @param number for people
 * @param customer the holder
 * @param status where it is in its life
 * @param plan the plan as agreed
 * @param address where the service goes
 * @param line ports and ONU while live
 * @param radiusUser the login while live
 * @param accessState what RADIUS has done
 * @param lineState what the OLT has done
 * @param failures why a target was given up on, by target
 * @param holds what keeps the service from the subscriber, the oldest first
 * @param scheduled commands that wait for their time, the next first
 * @param draftedAt when it was drafted
 * @param nextDueAt when the next reservation or hold ends, or the next scheduled change is due
 */
public record ContractSummary(
        ContractId id,
        long version,
        ContractNumber number,
        CustomerId customer,
        Status status,
        PlanId plan,
        ServiceAddress address,
        Optional<Line> line,
        Optional<RadiusUser> radiusUser,
        ProvisioningState.Summary accessState,
        ProvisioningState.Summary lineState,
        List<Failure> failures,
        List<Hold> holds,
        List<Scheduled> scheduled,
        Instant draftedAt,
        Optional<Instant> nextDueAt) {

    public ContractSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(radiusUser, "radiusUser");
        Objects.requireNonNull(accessState, "accessState");
        Objects.requireNonNull(lineState, "lineState");
        failures = failures.stream().sorted(Failure.ORDER).toList();
        holds = holds.stream().sorted(Hold.ORDER).toList();
        scheduled = scheduled.stream().sorted(Scheduled.ORDER).toList();
        Objects.requireNonNull(draftedAt, "draftedAt");
        Objects.requireNonNull(nextDueAt, "nextDueAt");
    }

    /**
     * A target that was given up on.
     *
     * @param target which
     * @param code why, of {@link io.silverdata.contract.model.ProvisioningFailure#code()}
     */
    public record Failure(NetworkTarget target, String code) {
        private static final Comparator<Failure> ORDER = Comparator.comparing(Failure::target);

        public Failure {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(code, "code");
        }
    }

    /**
     * What keeps the service from the subscriber.
     *
     * @param reason the code of the reason
     * @param enforcement what the network does
     * @param since since when it counts
     * @param until when it ends by itself, if it does
     */
    public record Hold(String reason, Enforcement enforcement, Instant since, Optional<Instant> until) {
        private static final Comparator<Hold> ORDER =
                Comparator.comparing(Hold::since).thenComparing(Hold::reason);

        public Hold {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(enforcement, "enforcement");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(until, "until");
        }

        static Hold of(SuspensionHold hold) {
            return new Hold(hold.reason().code(), hold.enforcement(), hold.placedAt(), hold.until());
        }
    }

    /**
     * A command that waits for its time.
     *
     * @param kind what kind of command
     * @param at when
     */
    public record Scheduled(CommandKind kind, Instant at) {
        private static final Comparator<Scheduled> ORDER =
                Comparator.comparing(Scheduled::at).thenComparing(Scheduled::kind);

        public Scheduled {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(at, "at");
        }

        static Scheduled of(ScheduledChange change) {
            return new Scheduled(change.kind(), change.at());
        }
    }

    /** The summary of a contract. */
    public static ContractSummary of(Contract contract) {
        return new ContractSummary(
                contract.id(),
                contract.version(),
                contract.number(),
                contract.customer(),
                contract.status(),
                contract.plan().id(),
                contract.address(),
                contract.line(),
                contract.radiusUser(),
                contract.provisioning().access().summary(),
                contract.provisioning().line().summary(),
                failures(contract.provisioning()),
                contract.holds().stream().map(Hold::of).toList(),
                contract.scheduled().stream().map(Scheduled::of).toList(),
                contract.draftedAt(),
                contract.nextDueAt());
    }

    private static List<Failure> failures(ProvisioningState provisioning) {
        return List.of(NetworkTarget.values()).stream()
                .flatMap(target ->
                        provisioning.of(target).failure().stream().map(failure -> new Failure(target, failure.code())))
                .toList();
    }

    /** Both targets in one word, as {@link ProvisioningState#summary()}. */
    public ProvisioningState.Summary provisioning() {
        return accessState.and(lineState);
    }
}
