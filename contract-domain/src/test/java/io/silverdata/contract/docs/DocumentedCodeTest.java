package io.silverdata.contract.docs;

import static io.silverdata.contract.Operator.ZONE;
import static io.silverdata.contract.model.DunningAction.NOTIFY;
import static io.silverdata.contract.model.DunningAction.RESTRICT;
import static io.silverdata.contract.model.DunningAction.SUSPEND;
import static io.silverdata.contract.model.DunningAction.THROTTLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.Operator;
import io.silverdata.contract.command.AddOnOrder;
import io.silverdata.contract.command.AdoptedHold;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.dunning.DunningStep;
import io.silverdata.contract.dunning.PromiseRule;
import io.silverdata.contract.dunning.RestoreRule;
import io.silverdata.contract.feasibility.OpticalBudget;
import io.silverdata.contract.feasibility.OpticalDesign;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.AddOnSuspension;
import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.AllowedReplyAttribute;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.ReplyAttribute;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.WriteMode;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.model.WriteSwitch;
import io.silverdata.contract.move.MoveItem;
import io.silverdata.contract.move.MovePreview;
import io.silverdata.contract.move.MoveProgress;
import io.silverdata.contract.move.MoveRun;
import io.silverdata.contract.move.MovedContract;
import io.silverdata.contract.move.PlantMoves;
import io.silverdata.contract.plant.PlantInventory;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.NearbySplitter;
import io.silverdata.contract.query.OltSummary;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortSummary;
import io.silverdata.contract.query.PonPortTree;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.DunningItem;
import io.silverdata.contract.runs.DunningProgress;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.PonPortOccupancy;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The snippets of README.md and docs/ that need the domain alone; each stands between its tags. */
class DocumentedCodeTest {
    private static final Money BILL = Money.of("20", "USD");

    private final Operator operator = Operator.small();
    private final InMemoryDebts ledger = new InMemoryDebts();
    private final List<DunningItem> reported = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    @Test
    void dunning_policy() {
        Set<LocalDate> holidays = Set.of(LocalDate.of(2026, 5, 25));

        // tag::dunning-policy
        CutCalendar calendar = CutCalendar.workdays(ZoneId.of("America/Guayaquil")) // Monday to Thursday, 9:00 to 16:00
                .without(day -> holidays.contains(day));

        DunningPolicy policy = DunningPolicy.named("postpaid", calendar)
                .step(DunningStep.of(1, NOTIFY))
                .step(DunningStep.of(4, RESTRICT))
                .step(DunningStep.of(6, THROTTLE).afterNotice(3))
                .step(DunningStep.of(16, SUSPEND).from(Money.of("5", "USD")).afterNotice(5))
                .promises(PromiseRule.upTo(7).maxPerYear(3))
                .restore(RestoreRule.nothingPastDue().orFirstInstalment())
                .build()
                .getOrElseThrow(refusal -> new IllegalArgumentException(refusal.message()));
        // end::dunning-policy

        assertThat(policy.steps()).hasSize(4);
        assertThat(calendar.allows(
                        LocalDate.of(2026, 5, 25).atTime(10, 0).atZone(ZONE).toInstant()))
                .isFalse();
    }

    @Test
    void dunning_run() {
        ContractId id = operator.subscriber(1).id();
        ContractsBuilder host = operator.builder();
        DunningPolicy policy = DunningPolicy.simple(10, CutCalendar.always(ZONE));
        LocalDate yesterday =
                LocalDate.ofInstant(operator.clock.instant(), ZONE).minusDays(1);
        this.ledger.put(id, DunningFacts.overdue(BILL, yesterday, operator.clock.instant()));
        DebtLedger ledger = this.ledger;

        // tag::dunning-run
        Contracts contracts = host.debts(ledger).dunning(policy).build();

        RunLimits limits = RunLimits.none().withMaxShare(0.05).withPerSecond(20);
        DunningRun run = contracts.runs().dunning(Selection.live(), false, limits);
        DunningProgress progress;
        do {
            progress = run.advance(500, item -> report(item));
        } while (progress.state() == RunState.MORE); // WAITING: come back at resumeAt
        // end::dunning-run

        assertThat(progress.state()).isEqualTo(RunState.FINISHED);
        assertThat(progress.count().notified()).isEqualTo(1);
        assertThat(reported).hasSize(1);

        // tag::dunning-payment
        contracts
                .runs()
                .dunning(Selection.of(List.of(id)), false, RunLimits.none())
                .advance(1, item -> report(item));
        // end::dunning-payment

        assertThat(reported).hasSize(2);
    }

    @Test
    void moving_in() {
        Contracts contracts = operator.contracts;
        CustomerId customer = new CustomerId("c-1");
        PlanId plan = Operator.Plan.HOME_100.id();
        ServiceAddress address = Operator.home();
        ContractNumber number = new ContractNumber("OLD-4711");
        Instant activatedAt = Operator.START.minus(Duration.ofDays(700));
        Instant since = Operator.START.minus(Duration.ofDays(3));
        OnuSerial onu = Operator.onu(1);
        RadiusUser login = Operator.user(1);
        SplitterOutputId output = new SplitterOutputId(Operator.NEAR, 3);
        List<AuditItem> noted = new ArrayList<>();
        CommandContext context = Operator.STAFF;

        // tag::adopt
        Adoption adoption = Adoption.of(
                        NewContract.of(customer, plan, address)
                                .numbered(number)
                                .billedOn(5), // and the holder, plan and place
                        activatedAt, // in the other system
                        LocalDate.of(2026, 7, 1), // the first day that is billed here
                        onu,
                        login)
                .at(output) // or left out, if it is not known yet
                .pricedAt(new PlanSnapshot.Price(Money.of("17.50", "USD"), BillingCycle.MONTHLY))
                .committedUntil(LocalDate.of(2027, 1, 1))
                .held(AdoptedHold.of(SuspensionReason.NON_PAYMENT, since));
        contracts.adopt(adoption, CommandContext.by("moving in", Trigger.ADMIN).once("old-system/4711"));
        // end::adopt

        // tag::compare
        AuditRun audit = contracts
                .runs()
                .audit(Selection.live(), context)
                .searchingExtras()
                .begin();
        while (audit.advance(1_000, item -> noted.add(item)).state() == RunState.MORE) {}
        long left = contracts.count(ContractQuery.builder()
                .provisioning(ProvisioningState.Summary.UNVERIFIED)
                .build());
        // end::compare

        assertThat(contracts.find(number).orElseThrow().status()).isEqualTo(Status.SUSPENDED);
        assertThat(noted).extracting(AuditItem::isDifference).contains(true);
        assertThat(left).isEqualTo(1);

        // tag::coexistence
        contracts
                .coexistence()
                .switchTo(
                        WriteSwitch.of(WriteMode.OBSERVE, "the other system is in charge", new WriteScope.Everything()),
                        CommandContext.by("ana", Trigger.ADMIN));
        // end::coexistence

        assertThat(contracts.coexistence().current().everything()).isEqualTo(WriteMode.OBSERVE);
    }

    @Test
    void audit_of_an_olt() {
        operator.inService(1);
        Contracts contracts = operator.contracts;
        OltId olt = Operator.PON.olt();
        CommandContext by = Operator.STAFF;

        // tag::audit-olt
        AuditRun run = contracts
                .runs()
                .audit(Selection.live().onOlt(olt), by)
                .repairing(RunLimits.none().withMaxUndelivered(500))
                .begin();
        // end::audit-olt

        AuditProgress progress = run.advance(100, item -> {});
        assertThat(progress.contracts()).isEqualTo(1);
    }

    @Test
    void bulk_for_those_who_still_owe() {
        ContractId debtor = operator.subscriber(1).id();
        operator.subscriber(2);
        ledger.put(debtor, BILL);
        Contracts contracts = operator.contracts;
        CommandContext by = CommandContext.by("collections", Trigger.DUNNING);

        // tag::bulk
        Selection debtors =
                Selection.live().where(contract -> ledger.debt(contract.id()).isPresent());
        Bulk bulk = contracts
                .runs()
                .bulk(
                        "end-of-2026",
                        debtors,
                        (id, context) -> contracts.cancel(id, CancellationReason.NON_PAYMENT, context),
                        by);
        Either<?, BulkRun> run = bulk.within(RunLimits.none().withMaxShare(0.6)).begin();
        // end::bulk

        assertThat(run.get().advance(100, item -> {}).accepted()).isEqualTo(1);
    }

    @Test
    void what_was_passed_over() {
        operator.subscriber(1);
        Contracts contracts = operator.contracts;
        CommandContext by = Operator.STAFF;

        // tag::faults
        List<ContractFault> faults = contracts.worker().health().faults(); // contracts passed over now, and why
        List<ParkedWork> parked = contracts.worker().parked(100); // deliveries given up, and why
        parked.forEach(work -> contracts.worker().redeliver(work.contract())); // once the rows are mended
        // end::faults

        assertThat(faults).isEmpty();
        assertThat(by.actor()).isNotNull();
        Either<?, CommandResult> held =
                contracts.liftHold(operator.subscriber(2).id(), SuspensionReason.NON_PAYMENT, by);
        assertThat(held.isLeft()).isTrue();
    }

    @Test
    void settings_of_a_subscriber() {
        Contracts contracts = operator.builder()
                .replyAttributes(
                        List.of(AllowedReplyAttribute.once("Session-Timeout", AllowedReplyAttribute.Type.INTEGER)))
                .build();
        Contract contract = operator.inService(1);
        CommandContext context = Operator.STAFF;

        // tag::access-settings
        AccessSettings fixed = AccessSettings.NONE
                .with(new IpAddress("203.0.113.7"))
                .withDelegatedPrefix(new IpPrefix("2001:db8:7::/56"))
                .with(FramedRoute.to(new IpPrefix("198.51.100.64/28")))
                .with(new ReplyAttribute("Session-Timeout", "86400"));
        contracts.changeAccessSettings(contract.id(), fixed, context);
        // end::access-settings

        assertThat(contracts.find(contract.id()).orElseThrow().accessSettings()).isEqualTo(fixed);
    }

    @Test
    void add_ons() {
        Contracts contracts = operator.contracts;
        Contract contract = operator.inService(1);
        CommandContext context = Operator.STAFF;
        AddOn television = AddOn.monthly(new AddOnId("iptv"), "Television", Money.of("12", "USD"));

        // tag::add-ons
        AddOn telephone = AddOn.monthly(new AddOnId("telephone"), "Telephone", Money.of("4.50", "USD"))
                .boundAs(new ProfileName("VOIP"))
                .whenSuspended(AddOnSuspension.UNAFFECTED);
        contracts.addAddOn(contract.id(), AddOnOrder.of(telephone), context);
        AddOnOrder inMay =
                AddOnOrder.of(television).from(LocalDate.of(2026, 5, 1)).until(LocalDate.of(2026, 6, 1));
        contracts.addAddOn(contract.id(), inMay, context);
        contracts.removeAddOn(contract.id(), telephone.id(), context);
        // end::add-ons

        assertThat(contracts.find(contract.id()).orElseThrow().addOns())
                .extracting(AgreedAddOn::addOn)
                .containsExactly(television);
    }

    @Test
    void optical_budget() {
        // tag::budget
        OpticalBudget budget = OpticalBudget.of(
                OpticalDesign.defaults(),
                OpticalPower.ofDbm(1.5),
                List.of(Decibels.of(21.0)),
                Distance.ofMetres(5_000));
        OpticalPower received = budget.received(); // -23.90 dBm
        Decibels margin = budget.margin(); // 3.10 dB
        // end::budget

        assertThat(received).isEqualTo(OpticalPower.ofDbm(-23.90));
        assertThat(margin).isEqualTo(Decibels.of(3.10));
    }

    @Test
    void plant() {
        Plant plant = new InMemoryStorage().plant();
        Instant now = operator.clock.instant();

        // tag::plant-install
        PonPortId pon = PonPortId.parse("olt-1:0/1/0").get(); // OLT, frame, slot, port
        Olt olt = new Olt(pon.olt(), ServiceState.UP);
        PonPort ponPort =
                new PonPort(pon, Set.of(Technology.GPON), 64, Optional.of(OpticalPower.ofDbm(1.5)), ServiceState.UP);
        GeoPosition corner = new GeoPosition(-2.9, -79.0);
        Splitter first = new Splitter(
                new SplitterId("SP-1"),
                pon,
                Optional.empty(), // fed by the PON port
                4,
                corner,
                Optional.of(Decibels.of(7.2)),
                Distance.ofMetres(3_000));
        Splitter nap = new Splitter(
                new SplitterId("NAP-1"),
                pon,
                Optional.of(new SplitterOutputId(first.id(), 1)), // fed by output 1 of SP-1
                16,
                corner,
                Optional.of(Decibels.of(13.5)),
                Distance.ofMetres(400));
        plant.install(new PlantLayout(List.of(olt), List.of(ponPort), List.of(first, nap)));
        // end::plant-install

        assertThat(state(plant, "SP-1#1", now)).isEqualTo(PortState.BLOCKED);
        assertThat(state(plant, "SP-1#2", now)).isEqualTo(PortState.FREE);
        assertThat(state(plant, "NAP-1#16", now)).isEqualTo(PortState.FREE);

        // tag::plant-block
        for (int output = 2; output <= first.outputs(); output++) { // nobody is connected to SP-1 itself
            plant.setCondition(new SplitterOutputId(first.id(), output), PortCondition.BLOCKED);
        }
        SplitterOutputId broken = SplitterOutputId.parse("NAP-1#7").get();
        plant.setCondition(broken, PortCondition.FAULTY);
        plant.setCondition(broken, PortCondition.SERVICEABLE); // mended
        plant.setState(pon, ServiceState.DOWN); // sells nothing on this PON port until it is UP
        // end::plant-block

        assertThat(state(plant, "SP-1#2", now)).isEqualTo(PortState.BLOCKED);
        assertThat(state(plant, "NAP-1#7", now)).isEqualTo(PortState.FREE);

        // tag::plant-change
        plant.install(new PlantLayout(
                List.of(),
                List.of(),
                List.of(new Splitter(
                        nap.id(), pon, nap.parent(), 32, corner, Optional.of(Decibels.of(17)), nap.feed()))));
        List<PonPortOccupancy> occupancy = plant.occupancy(now);
        // end::plant-change

        assertThat(state(plant, "NAP-1#32", now)).isEqualTo(PortState.FREE);
        assertThat(state(plant, "SP-1#2", now)).as("stays blocked").isEqualTo(PortState.BLOCKED);
        assertThat(occupancy)
                .singleElement()
                .satisfies(use -> assertThat(use.outputs())
                        .containsEntry(PortState.FREE, 32)
                        .containsEntry(PortState.BLOCKED, 4));
    }

    @Test
    void plant_moves() {
        Contract held = operator.inService(1);
        Contracts contracts = operator.contracts;
        Plant plant = operator.storage.plant();
        Splitter nap = plant.survey(Operator.NEAR, Operator.START).orElseThrow().splitter();
        PonPortId pon = Operator.PON;
        PonPortId newPon = PonPortId.parse("olt-2:0/1/0").get();
        PonPortId otherPon = PonPortId.parse("olt-2:0/1/1").get();
        plant.install(new PlantLayout(
                List.of(new Olt(newPon.olt(), ServiceState.UP)),
                Stream.of(newPon, otherPon)
                        .map(id -> new PonPort(id, Set.of(Technology.GPON), 64, Optional.empty(), ServiceState.UP))
                        .toList(),
                List.of()));
        Instant tonight = Operator.START;
        CommandContext context = Operator.STAFF;
        List<MoveItem> noted = new ArrayList<>();

        // tag::plant-moves
        PlantMoves moves = contracts.moves();
        PlantMove splice = moves.planSplitter("NAP-1-to-olt-2", nap.id(), SplicePoint.of(newPon), tonight)
                .get();
        PlantMove replacement = moves.planReplacement("olt-1-out", Map.of(pon, newPon), tonight)
                .get(); // or every splitter of these PON ports
        PlantMove move = moves.planEvacuation("card-1-out", pon, List.of(newPon, otherPon), tonight)
                .get(); // or each where there is most room
        MovePreview preview = moves.preview(move);
        List<MovedContract> stay =
                preview.withoutPlace(); // full, another technology, an ONU that the OLT does not take

        MoveRun run = moves.begin(move, context).get();
        MoveProgress progress = run.advance(200, item -> noted.add(item)); // MORE: again; WAITING: not before its time
        // end::plant-moves

        assertThat(List.of(splice, replacement)).doesNotContain(move);
        assertThat(stay).isEmpty();
        assertThat(progress.state()).isEqualTo(MoveProgress.State.AWAITING_SPLICE);
        assertThat(noted).extracting(MoveItem::id).containsExactly(held.id());
    }

    @Test
    void lines_of_a_dead_OLT() {
        Contract ended = operator.inService(1);
        Contracts contracts = operator.contracts;
        Plant plant = operator.storage.plant();
        OltId dead = Operator.PON.olt();
        CommandContext context = Operator.STAFF;
        contracts.cancel(ended.id(), CancellationReason.CUSTOMER_REQUEST, Operator.STAFF);

        // tag::plant-dead
        plant.setState(dead, ServiceState.DOWN); // while it is UP, a write-off is refused
        Bulk writeOff = contracts
                .runs()
                .bulk(
                        "olt-3-burnt-down",
                        Selection.of(ContractQuery.builder()
                                .provisioning(Summary.PENDING, Summary.FAILED)
                                .build()),
                        (contract, once) -> contracts.writeOff(contract, dead, "burnt down, scrapped", once),
                        context);
        // end::plant-dead

        writeOff.begin().get().advance(10, item -> {});
        assertThat(contracts.find(ended.id()).orElseThrow().retiredLines()).isEmpty();
    }

    @Test
    void plant_screens() {
        Contract held = operator.inService(1);
        Contracts contracts = operator.contracts;
        SplitterId splitter = Operator.NEAR;
        SplitterId empty = Operator.FAR;
        PonPortId ponPort = Operator.PON;
        GeoPosition house = Operator.HOME;
        OltId olt = ponPort.olt();

        // tag::plant-screens
        PlantInventory plant = contracts.plant();
        Listing<OltSummary> olts = plant.olts(Page.first(50));
        Listing<PonPortSummary> ponPorts = plant.ponPorts(olt, Page.first(50));
        Optional<PonPortTree> tree = plant.tree(ponPort);
        List<OutputSummary> outputs = plant.outputs(splitter);
        List<NearbySplitter> nearby = plant.nearest(house, Distance.ofMetres(300), 20);
        // end::plant-screens

        assertThat(olts.items()).hasSize(1);
        assertThat(ponPorts.items().get(0).occupancy().outputs(PortState.IN_USE))
                .isEqualTo(1);
        assertThat(tree.orElseThrow().splitters()).hasSize(2);
        assertThat(outputs).extracting(OutputSummary::holder).contains(Optional.of(ContractSummary.of(held)));
        assertThat(nearby).hasSize(2);

        // tag::plant-remove
        plant.remove(splitter)
                .ifPresent(refusal -> rows.add(refusal.message())); // NAP-1 is in use: contracts [...], parts []
        plant.rename(empty, new SplitterId("NAP-2A"));
        // end::plant-remove

        assertThat(rows).containsExactly("NAP-1 is in use: contracts [" + held.id() + "], parts []");
        assertThat(plant.outputs(new SplitterId("NAP-2A"))).hasSize(8);
    }

    @Test
    void what_a_screen_asks() {
        ContractId id = operator.inService(1).id();
        operator.inService(2);
        Contracts contracts = operator.contracts;
        OltId olt = Operator.PON.olt();
        List<ContractSummary> rows = new ArrayList<>();

        // tag::search
        ContractQuery query = ContractQuery.builder()
                .olt(olt)
                .status(Status.ACTIVE, Status.SUSPENDED)
                .orderBy(ContractOrder.NUMBER)
                .build();
        Listing<ContractSummary> page = contracts.search(query, Page.first(50));
        rows.addAll(page.items());
        while (page.next().isPresent()) { // or in the next request: the text may travel through a browser
            page = contracts.search(query, Page.after(page.next().get(), 50));
            rows.addAll(page.items());
        }
        // end::search

        // tag::events
        EventQuery cuts = EventQuery.all().ofKinds(ContractEvent.HoldPlaced.class, ContractEvent.HoldLifted.class);
        Listing<RecordedEvent> latest = contracts.events(cuts, Page.first(20));
        // end::events

        assertThat(rows).extracting(ContractSummary::id).hasSize(2).contains(id);
        assertThat(latest.items()).isEmpty();
        assertThat(contracts.counts(query).byOlt()).containsEntry(olt, 2L);
        assertThat(contracts.summaries(List.of(id)))
                .isEqualTo(List.of(ContractSummary.of(contracts.find(id).get())));
        assertThat(contracts.findAll(List.of(id)))
                .containsExactly(contracts.find(id).get());
        assertThat(contracts.history(id, Page.first(1)).next()).isPresent();
        assertThat(contracts.count(query)).isEqualTo(2);
    }

    @Test
    void why_a_contract_is_not_in_sync() {
        ContractId id = operator.inService(1).id();
        operator.trouble = operation -> Optional.of(new DeviceOutcome.Refused("NO_CAPACITY", "no more groups"));
        Contracts contracts = operator.contracts;
        CommandContext by = Operator.STAFF;
        contracts.changePlan(id, Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, by);
        contracts.worker().deliverPending(1);
        List<String> lines = new ArrayList<>();

        // tag::state
        Contract contract = contracts.find(id).orElseThrow();
        for (NetworkTarget target : NetworkTarget.values()) { // ACCESS is RADIUS, LINE is the OLT
            TargetState state = contract.provisioning().of(target);
            state.failure().ifPresent(why -> lines.add(target + " FAILED " + why.code() + ": " + why.detail()));
            state.drift().ifPresent(drift -> lines.add(target + " DRIFTED " + drift.kind() + ": " + drift.detail()));
            if (state.needsDelivery()) {
                lines.add(target + " is to be delivered: version " + state.desiredVersion());
            }
        }
        // end::state

        assertThat(lines).contains("LINE FAILED NO_CAPACITY: no more groups");

        // tag::audit-one
        AuditRun look = contracts.runs().audit(Selection.of(List.of(id)), by).begin();
        look.advance(1, item -> lines.add(item.target() + " " + item.finding() + " " + item.detail()));
        // end::audit-one

        assertThat(lines).anyMatch(line -> line.startsWith("LINE UNSETTLED"));
        operator.trouble = operation -> Optional.empty();

        // tag::cure
        contracts.worker().retryProvisioning(id, by);
        contracts.worker().deliverPending(10);
        // end::cure

        assertThat(contracts.find(id).orElseThrow().provisioning().summary()).isEqualTo(Summary.IN_SYNC);

        operator.trouble = operation -> Optional.of(new DeviceOutcome.Refused("NO_CAPACITY", "no more groups"));
        contracts.changePlan(id, Operator.Plan.HOME_50.id(), PlanChangeTiming.IMMEDIATELY, by);
        contracts.worker().deliverPending(1);
        operator.trouble = operation -> Optional.empty();

        // tag::cure-many
        Selection failed = Selection.of(
                ContractQuery.builder().provisioning(Summary.FAILED).build());
        Bulk bulk = contracts
                .runs()
                .bulk(
                        "retry-2026-11-30",
                        failed,
                        (each, context) -> contracts.worker().retryProvisioning(each, context),
                        by);
        bulk.begin().map(run -> run.advance(500, item -> {}));
        // end::cure-many

        contracts.worker().deliverPending(10);
        assertThat(contracts.find(id).orElseThrow().provisioning().summary()).isEqualTo(Summary.IN_SYNC);
    }

    private static PortState state(Plant plant, String output, Instant now) {
        return plant.port(SplitterOutputId.parse(output).get()).orElseThrow().state(now);
    }

    private void report(DunningItem item) {
        reported.add(item);
    }
}
