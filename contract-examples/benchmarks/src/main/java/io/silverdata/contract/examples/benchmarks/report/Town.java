package io.silverdata.contract.examples.benchmarks.report;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A town of customers, month by month, each event made by the aggregate: in every month some sign up, and most of them are
 * served; of those that are served one in forty is cut for debt and mostly comes back, one in eighty changes the plan, one in
 * sixty leaves, and a few of these come back. Their names end in {@link #MARK}, which copies of them have something else for.
 */
final class Town {
    /** The last four characters of each identity, in either case; nothing else in a life has them. */
    static final String MARK = "C0DE";

    private static final int MAX_CONTRACTS = 0xC0DD;
    private static final int MONTH_HOURS = 660;
    private static final int LAPSE_PERCENT = 35;
    private static final SuspensionPolicy DEBT =
            SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow();
    private static final Actor ACTOR = new Actor("bench");

    private final Random random = new Random(1);
    private final Map<ContractId, Life> lives = new LinkedHashMap<>();
    private final List<ContractId> left = new ArrayList<>();

    /** A contract and what happened to it. For one thread. */
    static final class Life {
        private final List<RecordedEvent> events = new ArrayList<>();
        private Contract contract;

        private Life(Decision draft) {
            contract = draft.contract();
            events.addAll(draft.events());
        }

        Contract contract() {
            return contract;
        }

        List<RecordedEvent> events() {
            return List.copyOf(events);
        }
    }

    Collection<Life> lives() {
        return List.copyOf(lives.values());
    }

    int live() {
        return (int) lives.values().stream()
                .filter(life -> life.contract.status().isLive())
                .count();
    }

    /** Goes through a month in which so many sign up, and returns what happened in it, in order. */
    List<RecordedEvent> month(YearMonth month, int signUps) {
        Instant begin = month.atDay(1).atStartOfDay(ContractFixtures.ZONE).toInstant();
        Map<ContractId, Integer> before = new LinkedHashMap<>();
        lives.forEach((id, life) -> before.put(id, life.events.size()));
        left.clear();
        for (Life life : lives()) {
            if (life.contract.status().isLive()) {
                live(life, begin.plus(Duration.ofHours(random.nextInt(MONTH_HOURS - 200))));
            }
        }
        for (int n = 0; n < signUps; n++) {
            signUp(begin.plus(Duration.ofHours(random.nextInt(MONTH_HOURS - 200))));
        }
        List<RecordedEvent> happened = new ArrayList<>();
        lives.forEach(
                (id, life) -> happened.addAll(life.events.subList(before.getOrDefault(id, 0), life.events.size())));
        // the order of a contract's own events stays as it is
        happened.sort((one, other) -> one.recordedAt().compareTo(other.recordedAt()));
        return happened;
    }

    private void live(Life life, Instant at) {
        switch (random.nextInt(240)) {
            case 0, 1, 2, 3, 4, 5 -> cut(life, at);
            case 6, 7, 8 -> changePlan(life, at);
            case 9, 10, 11, 12 -> {
                take(life, new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.empty()), at);
                confirm(life, at.plus(Duration.ofHours(2)));
                left.add(life.contract.id());
            }
            default -> {}
        }
    }

    private void signUp(Instant at) {
        int n = lives.size() + 1;
        if (n > MAX_CONTRACTS) {
            throw new IllegalStateException("a town has at most " + MAX_CONTRACTS + " contracts");
        }
        String token = String.format(Locale.ROOT, "%04X" + MARK, n);
        Optional<ContractId> predecessor = random.nextInt(10) == 0 ? someoneGoneBefore(at) : Optional.empty();
        Decision draft = Decider.draft(
                        id(at, n),
                        new ContractEvent.ContractDrafted(
                                new ContractNumber("T-" + token),
                                predecessor,
                                new CustomerId("c-" + token),
                                ContractFixtures.plan(),
                                ContractFixtures.address(n % 1_000),
                                1),
                        metadata(at))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
        Life life = new Life(draft);
        lives.put(life.contract.id(), life);
        Instant activated = at.plus(Duration.ofHours(1 + random.nextInt(150)));
        take(life, new Command.Assess(ContractFixtures.assessment(n % 1_000, activated.plus(Duration.ofDays(1)))), at);
        if (random.nextInt(100) < LAPSE_PERCENT) {
            if (random.nextInt(2) == 0) {
                take(
                        life,
                        new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.empty()),
                        at.plus(Duration.ofDays(4)));
            }
            return;
        }
        take(
                life,
                new Command.Activate(
                        ContractFixtures.ports(n % 1_000), new OnuSerial("ALCL" + token), new RadiusUser("u-" + token)),
                activated);
        confirm(life, activated.plus(Duration.ofSeconds(60 + random.nextInt(3_000))));
    }

    private Optional<ContractId> someoneGoneBefore(Instant at) {
        return left.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(lives.get(left.get(random.nextInt(left.size()))))
                        .filter(life ->
                                life.contract.snapshot().lastRecordedAt().isBefore(at))
                        .map(life -> life.contract.id());
    }

    /** As identities are made: by time. */
    private static ContractId id(Instant at, int n) {
        for (long millis = at.toEpochMilli(); ; millis++) {
            UUID id = new UUID(millis << 16 | 0x7000, 0x8000_0000_0000_0000L | (long) n << 16 | 0xC0DE);
            if (id.toString().indexOf("c0de") == 32) {
                return new ContractId(id);
            }
        }
    }

    private void cut(Life life, Instant at) {
        if (!life.contract.holds().isEmpty()) {
            take(life, new Command.LiftHold(SuspensionReason.NON_PAYMENT), at);
            confirm(life, at.plusSeconds(9));
            return;
        }
        take(life, new Command.Suspend(DEBT, DEBT.enforcement(), Optional.empty()), at);
        confirm(life, at);
        if (random.nextInt(4) > 0) {
            take(life, new Command.LiftHold(SuspensionReason.NON_PAYMENT), at.plus(Duration.ofHours(30)));
            confirm(life, at.plus(Duration.ofHours(31)));
            if (random.nextInt(10) == 0) {
                cut(life, at.plus(Duration.ofHours(40)));
            }
        }
    }

    private static void changePlan(Life life, Instant at) {
        boolean slow = life.contract.plan().equals(ContractFixtures.plan());
        if (life.contract.holds().isEmpty()) {
            take(life, new Command.ChangePlan(slow ? ContractFixtures.fasterPlan() : ContractFixtures.plan()), at);
            confirm(life, at.plusSeconds(9));
        }
    }

    private static void confirm(Life life, Instant at) {
        for (NetworkTarget target : NetworkTarget.values()) {
            long version = life.contract.provisioning().of(target).desiredVersion();
            take(life, new Command.ConfirmProvisioning(target, version), at);
        }
    }

    private static void take(Life life, Command command, Instant at) {
        Decision decision = Decider.decide(life.contract, command, metadata(at))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
        life.contract = decision.contract();
        life.events.addAll(decision.events());
    }

    private static CommandMetadata metadata(Instant at) {
        return new CommandMetadata(at, at, ContractFixtures.ZONE, ACTOR, Trigger.ADMIN, Optional.empty());
    }
}
