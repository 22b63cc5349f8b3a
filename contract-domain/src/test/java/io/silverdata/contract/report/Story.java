package io.silverdata.contract.report;

import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.assessment;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.ports;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The life of one contract, told command by command; each must be accepted. Times are those on the operator's wall. */
final class Story {
    static final ZoneId ZONE = ContractFixtures.ZONE;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final List<RecordedEvent> events = new ArrayList<>();
    private final ZoneId zone;
    private final int n = NUMBERS.incrementAndGet();
    private Contract contract;
    private Instant clock;

    Story(String drafted, ZoneId zone) {
        this(drafted, zone, Optional.empty(), false);
    }

    private Story(String drafted, ZoneId zone, Optional<ContractId> predecessor, boolean takenOver) {
        this.zone = zone;
        clock = time(drafted);
        Decision decision = Decider.draft(
                        contractId(n),
                        new ContractEvent.ContractDrafted(
                                contractNumber(n),
                                predecessor,
                                customer(n),
                                ContractFixtures.plan(),
                                address(n),
                                15,
                                Optional.empty(),
                                takenOver),
                        metadata(clock))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
        contract = decision.contract();
        events.addAll(decision.events());
    }

    /** The life of a customer who comes back. */
    static Story wonBack(List<RecordedEvent> ended, String drafted) {
        return new Story(drafted, ZONE, Optional.of(ended.get(0).contract()), false);
    }

    /** The life of a customer whom another system served before. */
    static Story takenOver(String drafted) {
        return new Story(drafted, ZONE, Optional.empty(), true);
    }

    List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    Contract contract() {
        return contract;
    }

    Story at(String time) {
        clock = time(time);
        return this;
    }

    Story later(Duration step) {
        clock = clock.plus(step);
        return this;
    }

    Story serve() {
        return activate().confirm();
    }

    Story activate() {
        return take(new Command.Assess(assessment(n, clock.plus(Duration.ofDays(1)))))
                .take(new Command.Activate(ports(n), onu(n), radiusUser(n)));
    }

    Story reserveUntil(String until) {
        return take(new Command.Reserve(ports(n), time(until), Optional.of("seen on site")));
    }

    Story expire() {
        return take(new Command.ExpireReservation());
    }

    Story confirm() {
        for (NetworkTarget target : List.of(NetworkTarget.LINE, NetworkTarget.ACCESS)) {
            take(new Command.ConfirmProvisioning(
                    target, contract.provisioning().of(target).desiredVersion()));
        }
        return this;
    }

    Story fail(ProvisioningFailure failure) {
        return take(new Command.FailProvisioning(
                NetworkTarget.LINE, contract.provisioning().line().desiredVersion(), failure));
    }

    Story cut() {
        return cut(Enforcement.HARD_BLOCK);
    }

    Story cut(Enforcement enforcement) {
        return take(new Command.Suspend(policy(SuspensionReason.NON_PAYMENT), enforcement, Optional.empty()));
    }

    Story hold(SuspensionReason reason) {
        return hold(policy(reason));
    }

    Story hold(SuspensionPolicy policy) {
        return take(new Command.Suspend(policy, policy.enforcement(), Optional.empty()));
    }

    Story pauseUntil(String until) {
        SuspensionPolicy policy = policy(SuspensionReason.CUSTOMER_REQUEST);
        return take(new Command.Suspend(policy, policy.enforcement(), Optional.of(time(until))));
    }

    Story lift(SuspensionReason reason) {
        return take(new Command.LiftHold(reason));
    }

    Story plan(PlanSnapshot plan) {
        return take(new Command.ChangePlan(plan));
    }

    Story relocate() {
        return take(
                new Command.Relocate(address(n + 1), ports(n + 1), assessment(n + 1, clock.plus(Duration.ofDays(1)))));
    }

    Story transfer(int customer) {
        return take(new Command.TransferOwnership(customer(customer), Optional.empty(), Optional.empty()));
    }

    Story cancel(CancellationReason reason) {
        return take(new Command.Cancel(reason, Optional.empty()));
    }

    Story take(Command command) {
        return take(command, metadata(clock));
    }

    Story backdated(String effective, Command command) {
        return take(command, metadata(time(effective)));
    }

    static SuspensionPolicy policy(SuspensionReason reason) {
        return SuspensionPolicies.defaults().find(reason).orElseThrow();
    }

    private Story take(Command command, CommandMetadata metadata) {
        Decision decision = Decider.decide(contract, command, metadata)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
        contract = decision.contract();
        events.addAll(decision.events());
        return this;
    }

    private CommandMetadata metadata(Instant effective) {
        return new CommandMetadata(effective, clock, zone, new Actor("story"), Trigger.ADMIN, Optional.empty());
    }

    private Instant time(String wall) {
        return LocalDateTime.parse(wall).atZone(zone).toInstant();
    }
}
