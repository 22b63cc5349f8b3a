package io.silverdata.contract.examples.benchmarks.transitions;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** This library. The contract carries all its facts, its guards are the real ones, and each answer holds the events. */
final class ContractMachine implements Machine {
    private static final CommandMetadata OCCASION = CommandMetadata.at(
            Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC, new Actor("billing"), Trigger.ADMIN);
    private static final PortAssignment PORTS =
            new PortAssignment(parsed(SplitterOutputId.parse("NAP-0042#7")), parsed(PonPortId.parse("olt-1:0/2/7")));

    private final Command activation =
            new Command.Activate(PORTS, parsed(OnuSerial.parse("HWTC12345678")), new RadiusUser("ana@isp.example"));
    private final Command suspension = new Command.Suspend(
            SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow(),
            Enforcement.CAPTIVE,
            Optional.empty());
    private final Command lift = new Command.LiftHold(SuspensionReason.NON_PAYMENT);
    private final Contract active;
    private final Contract cancelled;
    private Contract kept;

    ContractMachine() {
        Decision drafted = accepted(Decider.draft(new ContractId(new UUID(4, 2)), terms(), OCCASION));
        active = after(
                drafted.contract(),
                new Command.Reserve(PORTS, OCCASION.recordedAt().plusSeconds(3600), Optional.of("benchmark")),
                activation,
                new Command.ConfirmProvisioning(NetworkTarget.LINE, 3),
                new Command.ConfirmProvisioning(NetworkTarget.ACCESS, 3));
        cancelled = after(active, new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.empty()));
        kept = active;
    }

    @Override
    public Object suspend() {
        return Decider.decide(active, suspension, OCCASION);
    }

    @Override
    public Object suspendAndLift() {
        Decision suspended = accepted(Decider.decide(kept, suspension, OCCASION));
        Either<Rejection, Decision> reconnected = Decider.decide(suspended.contract(), lift, OCCASION);
        kept = accepted(reconnected).contract();
        return reconnected;
    }

    @Override
    public Object refuse() {
        return Decider.decide(cancelled, activation, OCCASION);
    }

    @Override
    public Phase phaseOf(Object answer) {
        Either<?, ?> either = (Either<?, ?>) answer;
        Status status = either.isRight() ? ((Decision) either.get()).contract().status() : cancelled.status();
        return switch (status) {
            case DRAFT -> Phase.DRAFT;
            case ACTIVE -> Phase.ACTIVE;
            case SUSPENDED -> Phase.SUSPENDED;
            case CANCELLED -> Phase.CANCELLED;
        };
    }

    private static ContractEvent.ContractDrafted terms() {
        return new ContractEvent.ContractDrafted(
                new ContractNumber("C-2026-000042"),
                Optional.empty(),
                new CustomerId("4711"),
                PlanSnapshot.builder(new PlanId("fibre-300"))
                        .version(1)
                        .name("Fibre 300")
                        .download(Bandwidth.ofMbps(300))
                        .upload(Bandwidth.ofMbps(150))
                        .price(Money.of("24.90", "USD"))
                        .accessProfile(new ProfileName("plan-300"))
                        .lineProfile(new ProfileName("line-300"))
                        .minimumTermMonths(12)
                        .build(),
                new ServiceAddress("Calle 12 y Av. 3", new GeoPosition(10.16, -68.0)),
                5);
    }

    private static Contract after(Contract contract, Command... commands) {
        Contract present = contract;
        for (Command command : commands) {
            present = accepted(Decider.decide(present, command, OCCASION)).contract();
        }
        return present;
    }

    private static Decision accepted(Either<Rejection, Decision> outcome) {
        return outcome.getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    }

    private static <T> T parsed(Either<Rejection.InvalidValue, T> text) {
        return text.getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    }
}
