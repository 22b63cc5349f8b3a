package io.silverdata.contract.examples.benchmarks.dunning;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.dunning.DunningProtection;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkResources;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Many contracts and what is owed on them, on a Monday morning: most have paid, some are anywhere on the ladder. */
final class Debtors {
    static final ZoneId ZONE = ZoneId.of("America/Guayaquil");
    static final Instant NOW = Instant.parse("2026-06-15T15:00:00Z");
    static final DunningPolicy POLICY = DunningPolicy.laddered(5, 10, 70, CutCalendar.workdays(ZONE));

    private static final int LONGEST = 69;
    private static final Money BILL = Money.of("25", "USD");
    private static final Money NOTHING = Money.of("0", "USD");
    private static final SuspensionPolicy NON_PAYMENT =
            SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow();

    final List<Contract> contracts = new ArrayList<>();
    final List<DunningFacts> facts = new ArrayList<>();

    Debtors(int size) {
        Random random = new Random(20260615);
        Contract paying = signedUp();
        List<Contract> owing = new ArrayList<>();
        for (int days = 1; days <= LONGEST; days++) {
            owing.add(overdueFor(days, paying));
        }
        for (int i = 0; i < size; i++) {
            boolean owes = random.nextInt(100) < 30;
            int days = 1 + random.nextInt(LONGEST);
            contracts.add(renamed(owes ? owing.get(days - 1) : paying, i));
            facts.add(owes ? facts(days, random) : DunningFacts.nothingOverdue(NOTHING, NOW));
        }
    }

    /** A fifth paid today, a tenth is exempt, a tenth of the facts are old, an eighth was given longer. */
    private static DunningFacts facts(int days, Random random) {
        LocalDate due = POLICY.calendar().day(NOW).minusDays(days);
        return switch (random.nextInt(40)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> DunningFacts.nothingOverdue(NOTHING, NOW);
            case 8, 9, 10, 11 ->
                DunningFacts.overdue(BILL, due, NOW)
                        .protectedBy(new DunningProtection.Exemption(due, due.plusDays(100), "agreed by phone"));
            case 12, 13, 14, 15 -> DunningFacts.overdue(BILL, due, NOW.minusSeconds(90_000));
            case 16, 17, 18, 19, 20 -> DunningFacts.overdue(BILL, due, NOW).extendedTo(due.plusDays(5));
            default -> DunningFacts.overdue(BILL, due, NOW);
        };
    }

    /** As the policy leaves it when it is asked each morning, today not included. */
    private static Contract overdueFor(int days, Contract paying) {
        LocalDate today = POLICY.calendar().day(NOW);
        LocalDate due = today.minusDays(days);
        Contract contract = paying;
        for (LocalDate day = due.plusDays(1); day.isBefore(today); day = day.plusDays(1)) {
            Instant morning = day.atTime(10, 0).atZone(ZONE).toInstant();
            DunningFacts known = DunningFacts.overdue(BILL, due, morning);
            DunningDecision decision = POLICY.evaluate(known, contract, morning).get();
            for (Command command : decision.commands(contract, NON_PAYMENT, BILL)) {
                contract = Decider.decide(
                                contract,
                                command,
                                CommandMetadata.at(morning, ZONE, new Actor("dunning"), decision.trigger()))
                        .get()
                        .contract();
            }
        }
        return contract;
    }

    private static Contract renamed(Contract contract, int n) {
        ContractSnapshot like = contract.snapshot();
        ContractId id = new ContractId(new UUID(0x0190_0000_0000_7000L + ((long) n << 16), 0x8000_0000_0000_0000L + n));
        OnuSerial onu = new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", n));
        return Contract.restore(new ContractSnapshot(
                new ContractSnapshot.Identity(id, new ContractNumber("C-" + n), contract.predecessor()),
                like.version(),
                like.lastRecordedAt(),
                like.agreement(),
                like.milestones(),
                like.term(),
                like.assessment(),
                like.reservation(),
                new NetworkResources(
                        contract.line().map(line -> new Line(line.ports(), onu)),
                        Optional.of(new RadiusUser("user-" + n)),
                        contract.retiredLines(),
                        contract.retiredUsers()),
                like.holds(),
                like.scheduled(),
                like.dunning(),
                like.attributes(),
                like.addOns(),
                like.provisioning()));
    }

    private static Contract signedUp() {
        InMemoryStorage storage = new InMemoryStorage();
        PonPortId pon = new PonPortId(new OltId("olt-1"), 0, 1, 1);
        GeoPosition home = new GeoPosition(-2.9, -79.0);
        storage.plant()
                .install(new PlantLayout(
                        List.of(new Olt(pon.olt(), ServiceState.UP)),
                        List.of(new PonPort(
                                pon,
                                Set.of(Technology.GPON),
                                64,
                                Optional.of(OpticalPower.ofDbm(1.5)),
                                ServiceState.UP)),
                        List.of(new Splitter(
                                new SplitterId("NAP-1"),
                                pon,
                                Optional.empty(),
                                16,
                                home,
                                Optional.of(Decibels.of(13.5)),
                                Distance.ofMetres(1_200)))));
        PlanSnapshot plan = PlanSnapshot.builder(new PlanId("HOME-200"))
                .version(1)
                .name("Home 200")
                .download(Bandwidth.ofMbps(200))
                .upload(Bandwidth.ofMbps(100))
                .price(Money.of("25", "USD"))
                .accessProfile(new ProfileName("home-200"))
                .lineProfile(new ProfileName("home-200"))
                .minimumTermMonths(12)
                .build();
        Contracts contracts = Contracts.builder()
                .storage(storage)
                .customers(new InMemoryCustomers().add(new CustomerId("ana")))
                .plans(new InMemoryPlans().put(plan))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .clock(Clock.fixed(Instant.parse("2026-01-05T15:00:00Z"), ZONE))
                .zone(ZONE)
                .build();
        NewContract terms = NewContract.of(new CustomerId("ana"), plan.id(), new ServiceAddress("Calle Larga 7", home));
        SignUp signUp = new SignUp(terms, new OnuSerial("HWTC12345678"), new RadiusUser("ana"));
        return contracts
                .signUp(signUp, CommandContext.by("shop", Trigger.CUSTOMER))
                .get()
                .contract();
    }
}
