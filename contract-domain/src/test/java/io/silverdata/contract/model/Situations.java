package io.silverdata.contract.model;

import io.silverdata.contract.engine.CommandMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The people, plans and places of the tests in this package. */
final class Situations {
    static final ZoneId ZONE = ZoneId.of("America/Guayaquil");
    static final Instant MORNING = Instant.parse("2026-03-02T13:00:00Z");
    static final Actor OPERATOR = new Actor("operator");
    static final ContractId CONTRACT = new ContractId(UUID.fromString("00000000-0000-4000-8000-000000000042"));
    static final ContractId PREDECESSOR = new ContractId(UUID.fromString("00000000-0000-4000-8000-000000000007"));
    static final ContractNumber NUMBER = new ContractNumber("C-2026-000042");
    static final CustomerId ANA = new CustomerId("ana");
    static final CustomerId BRUNO = new CustomerId("bruno");
    static final ServiceAddress HOME = new ServiceAddress("Av. Amazonas N34-451", new GeoPosition(-0.18, -78.48));
    static final ServiceAddress OFFICE = new ServiceAddress("Calle Larga 7-07", new GeoPosition(-0.19, -78.49));
    static final PonPortId PON = new PonPortId(new OltId("olt-1"), 0, 1, 1);
    static final PonPortId OTHER_PON = new PonPortId(new OltId("olt-2"), 0, 1, 4);
    static final PortAssignment HOME_PORT = new PortAssignment(output("NAP-1", 3), PON);
    static final PortAssignment HOME_PORT_2 = new PortAssignment(output("NAP-1", 4), PON);
    static final PortAssignment OFFICE_PORT = new PortAssignment(output("NAP-2", 1), OTHER_PON);
    static final PortAssignment FAR_PORT = new PortAssignment(output("NAP-9", 1), OTHER_PON);
    static final OnuSerial ONU = new OnuSerial("HWTC12345678");
    static final OnuSerial SPARE_ONU = new OnuSerial("ZTEGC0FFEE01");
    static final RadiusUser LOGIN = new RadiusUser("ana@fibra");
    static final RadiusUser OTHER_LOGIN = new RadiusUser("bruno@fibra");
    static final PlanSnapshot FIBRE_100 = plan("FIBRE-100", 100, "25.00", 12);
    static final PlanSnapshot FIBRE_50 = plan("FIBRE-50", 50, "18.00", 12);
    static final PlanSnapshot FIBRE_300 = plan("FIBRE-300", 300, "39.90", 12);
    static final PlanSnapshot OPEN_END = plan("OPEN-END", 100, "29.00", 0);
    static final PlanSnapshot TEN_GIG = PlanSnapshot.builder(new PlanId("TEN-GIG"))
            .version(1)
            .name("Ten gigabit")
            .technology(Technology.XGS_PON)
            .download(Bandwidth.ofMbps(10_000))
            .upload(Bandwidth.ofMbps(10_000))
            .price(Money.of("99", "USD"))
            .accessProfile(new ProfileName("ten-gig"))
            .lineProfile(new ProfileName("line-ten-gig"))
            .build();
    static final ProvisioningFailure TIMEOUT = new ProvisioningFailure("TIMEOUT", "no answer in 3 attempts");
    static final Drift MISSING = new Drift(Drift.Kind.MISSING, "no such subscriber");
    static final Drift DIFFERENT = new Drift(Drift.Kind.DIFFERENT, "other profile");

    private Situations() {}

    static PlanSnapshot plan(String id, int megabits, String price, int termMonths) {
        return PlanSnapshot.builder(new PlanId(id))
                .version(1)
                .name(id)
                .download(Bandwidth.ofMbps(megabits))
                .upload(Bandwidth.ofMbps(megabits))
                .price(Money.of(price, "USD"))
                .accessProfile(new ProfileName(id))
                .lineProfile(new ProfileName("line-" + id))
                .minimumTermMonths(termMonths)
                .build();
    }

    static SplitterOutputId output(String splitter, int output) {
        return new SplitterOutputId(new SplitterId(splitter), output);
    }

    static ContractEvent.ContractDrafted terms(PlanSnapshot plan) {
        return new ContractEvent.ContractDrafted(NUMBER, Optional.of(PREDECESSOR), ANA, plan, HOME, 5);
    }

    static CommandMetadata at(Instant now, Trigger trigger) {
        return CommandMetadata.at(now, ZONE, OPERATOR, trigger);
    }

    static CommandMetadata backdated(Instant effectiveAt, Instant now, Trigger trigger) {
        return new CommandMetadata(effectiveAt, now, ZONE, OPERATOR, trigger, Optional.empty());
    }

    /** NAP-1 passes, NAP-2 passes with a warning, NAP-3 fails, and nothing is known of NAP-4. */
    static Assessment assessment(Verdict verdict, Instant expiresAt) {
        return new Assessment(
                verdict,
                Optional.empty(),
                List.of(
                        splitter("NAP-1", PON, FeasibilityCheck.Result.PASS),
                        splitter("NAP-2", OTHER_PON, FeasibilityCheck.Result.WARN),
                        splitter("NAP-3", PON, FeasibilityCheck.Result.FAIL),
                        splitter("NAP-4", PON, FeasibilityCheck.Result.UNKNOWN)),
                expiresAt);
    }

    static SplitterAssessment splitter(String id, PonPortId ponPort, FeasibilityCheck.Result... results) {
        List<FeasibilityCheck> checks = List.of(results).stream()
                .map(result -> new FeasibilityCheck(FeasibilityCheck.Kind.DROP_DISTANCE, result, "80 m of 200 m"))
                .toList();
        return new SplitterAssessment(
                new SplitterId(id), ponPort, Distance.ofMetres(80), checks, Optional.empty(), Optional.empty());
    }

    static SuspensionPolicy policy(SuspensionReason reason) {
        return SuspensionPolicies.defaults().find(reason).orElseThrow();
    }

    /** A policy of a host's own, which anyone may lift. */
    static SuspensionPolicy policy(String code, boolean extendsTerm) {
        return SuspensionPolicy.builder(new SuspensionReason(code, SuspensionReason.Category.ADMINISTRATIVE))
                .lifters(Set.of(Trigger.values()))
                .extendsTerm(extendsTerm)
                .build();
    }

    static Command.Suspend suspend(SuspensionReason reason) {
        return suspend(policy(reason));
    }

    static Command.Suspend suspend(SuspensionPolicy policy) {
        return new Command.Suspend(policy, policy.enforcement(), Optional.empty());
    }

    static Command.Suspend suspend(SuspensionReason reason, Instant until) {
        return new Command.Suspend(policy(reason), policy(reason).enforcement(), Optional.of(until));
    }

    static Command.Cancel cancel(CancellationReason reason) {
        return new Command.Cancel(reason, Optional.empty());
    }

    static Command.TransferOwnership transferTo(CustomerId customer) {
        return new Command.TransferOwnership(customer, Optional.empty(), Optional.empty());
    }

    static Command.Schedule schedule(Command.Schedulable command, Instant at) {
        return new Command.Schedule(new ScheduledChange(command, at));
    }

    static Command.Relocate relocateTo(ServiceAddress address, PortAssignment ports, Instant now) {
        return new Command.Relocate(address, ports, assessment(Verdict.QUALIFIED, now.plus(Duration.ofDays(30))));
    }
}
