package io.silverdata.contract.examples.bench.report;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.Decision;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Occasion;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.tck.ContractFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A town of customers, month by month, each event made by the aggregate: in every month so many sign up and are served, one in
 * thirty of all is cut for debt and mostly comes back, one in fifty changes the plan, one in sixty leaves.
 */
final class Town {
    private static final int BATCH = 500;
    private static final int MONTH_HOURS = 660;
    private static final SuspensionPolicy DEBT =
            SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow();
    private static final Actor ACTOR = new Actor("bench");

    private final Random random = new Random(1);
    private final Storage storage;
    private final List<Contract> live = new ArrayList<>();
    private final List<RecordedEvent> waiting = new ArrayList<>();
    private int drafted;
    private long events;

    Town(Storage storage) {
        this.storage = storage;
    }

    long events() {
        return events;
    }

    int contracts() {
        return drafted;
    }

    /** Goes through a month. */
    void month(YearMonth month, int signUps) {
        Instant begin = month.atDay(1).atStartOfDay(ContractFixtures.ZONE).toInstant();
        List<Contract> stayed = new ArrayList<>();
        for (Contract contract : live) {
            Contract after = contract;
            Instant at = begin.plus(Duration.ofHours(random.nextInt(MONTH_HOURS)));
            switch (random.nextInt(120)) {
                case 0, 1, 2, 3 -> after = cut(contract, at);
                case 4, 5 -> after = changePlan(contract, at);
                case 6, 7 ->
                    after = take(
                            contract, new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.empty()), at);
                default -> {}
            }
            if (after.status().isLive()) {
                stayed.add(after);
            }
        }
        live.clear();
        live.addAll(stayed);
        for (int n = 0; n < signUps; n++) {
            live.add(serve(begin.plus(Duration.ofHours(random.nextInt(MONTH_HOURS - 200)))));
        }
        flush();
    }

    private Contract serve(Instant at) {
        drafted++;
        int n = drafted;
        Decision draft = Contract.draft(
                        ContractFixtures.contractId(n),
                        new ContractEvent.ContractDrafted(
                                ContractFixtures.contractNumber(n),
                                Optional.empty(),
                                ContractFixtures.customer(n),
                                ContractFixtures.plan(),
                                ContractFixtures.address(n % 1_000),
                                1),
                        occasion(at))
                .get();
        keep(draft);
        Instant activated = at.plus(Duration.ofHours(1 + random.nextInt(150)));
        Contract contract = take(
                draft.contract(),
                new Command.Assess(ContractFixtures.assessment(n % 1_000, activated.plus(Duration.ofDays(1)))),
                at);
        contract = take(
                contract,
                new Command.Activate(
                        ContractFixtures.ports(n % 1_000), ContractFixtures.onu(n), ContractFixtures.radiusUser(n)),
                activated);
        return confirm(contract, activated.plus(Duration.ofMinutes(1 + random.nextInt(50))));
    }

    private Contract cut(Contract contract, Instant at) {
        if (!contract.holds().isEmpty()) {
            return confirm(take(contract, new Command.LiftHold(SuspensionReason.NON_PAYMENT), at), at.plusSeconds(9));
        }
        Contract cut = confirm(take(contract, new Command.Suspend(DEBT, DEBT.enforcement(), Optional.empty()), at), at);
        return random.nextInt(4) == 0
                ? cut
                : confirm(
                        take(cut, new Command.LiftHold(SuspensionReason.NON_PAYMENT), at.plus(Duration.ofHours(30))),
                        at.plus(Duration.ofHours(31)));
    }

    private Contract changePlan(Contract contract, Instant at) {
        boolean slow = contract.plan().equals(ContractFixtures.plan());
        return contract.holds().isEmpty()
                ? confirm(
                        take(
                                contract,
                                new Command.ChangePlan(slow ? ContractFixtures.fasterPlan() : ContractFixtures.plan()),
                                at),
                        at.plusSeconds(9))
                : contract;
    }

    private Contract confirm(Contract contract, Instant at) {
        Contract confirmed = contract;
        for (NetworkTarget target : NetworkTarget.values()) {
            long version = confirmed.provisioning().of(target).desiredVersion();
            confirmed = take(confirmed, new Command.ConfirmProvisioning(target, version), at);
        }
        return confirmed;
    }

    private Contract take(Contract contract, Command command, Instant at) {
        Decision decision = contract.handle(command, occasion(at))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
        keep(decision);
        return decision.contract();
    }

    private void keep(Decision decision) {
        waiting.addAll(decision.events());
        if (waiting.size() > BATCH) {
            flush();
        }
    }

    private void flush() {
        events += waiting.size();
        storage.events().append(List.copyOf(waiting));
        waiting.clear();
    }

    private static Occasion occasion(Instant at) {
        return new Occasion(at, at, ContractFixtures.ZONE, ACTOR, Trigger.ADMIN, Optional.empty());
    }
}
