package io.silverdata.contract.testkit;

import io.silverdata.contract.engine.AdoptedContract;
import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.AddOnSuspension;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ReplyAttribute;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.Verdict;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.PlantLayout;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What the kits are about: contracts, plans, addresses and a small plant. Everything is numbered, so that there are as many
 * as a test needs: equal numbers, 0 to 1,000,000, make equal things, and different ones different things in every value of
 * which there can be only one.
 *
 * <p>Contracts are made by commands only; each can exist. All times are on or after {@link #START} and have microseconds,
 * which every adapter must keep.
 */
public final class ContractFixtures {
    /** When everything begins. */
    public static final Instant START = Instant.parse("2026-03-02T12:00:00.654321Z");

    /** The operator's time zone. */
    public static final ZoneId ZONE = ZoneId.of("America/Guayaquil");

    /** A place in the middle of the plant; splitter n hangs n times 0.001 degrees, about 111 m, north of it. */
    public static final GeoPosition HOME = new GeoPosition(-0.18, -78.48);

    /** An attribute that is about a person. */
    public static final Attribute CONTACT = new Attribute(new AttributeKey("contact.phone"), "+593 99 123 4567");

    private static final double SPACING_DEGREES = 0.001;
    private static final Duration A_DAY = Duration.ofDays(1);

    private ContractFixtures() {}

    // Names

    /** Identities in the order of their numbers. */
    public static ContractId contractId(int n) {
        return new ContractId(new UUID(0x0190_0000_0000_7000L + ((long) n << 16), 0x8000_0000_0000_0000L + n));
    }

    /** A number for people. */
    public static ContractNumber contractNumber(int n) {
        return new ContractNumber("C-" + n);
    }

    /**
     * What RADIUS tells of a subscriber beside the plan; no two of these with different n overlap.
     *
     * @param n 1 to 1,000,000
     * @param variant 0 to 3
     */
    public static AccessSettings accessSettings(int n, int variant) {
        String block = n / 65_536 + "." + n / 256 % 256 + "." + n % 256;
        return AccessSettings.NONE
                .with(new IpAddress("10." + n / 4_096 % 256 + "." + n / 16 % 256 + "." + (n % 16 * 16 + variant)))
                .withDelegatedPrefix(new IpPrefix("2001:db8:" + Integer.toHexString(n / 256) + ":"
                        + Integer.toHexString(n % 256 * 256 + variant * 16) + "::/60"))
                .with(FramedRoute.to(new IpPrefix((100 + variant) + "." + block + "/32")))
                .with(new ReplyAttribute("Filter-Id", "class-" + variant));
    }

    /** Add-ons of every kind: bound to the line or not, with cycles of several lengths, each with a fate of its own while the service is cut. */
    public static List<AddOn> addOns() {
        return List.of(
                AddOn.monthly(new AddOnId("telephone"), "Telephone", Money.of("4.50", "USD"))
                        .boundAs(new ProfileName("VOIP"))
                        .whenSuspended(AddOnSuspension.UNAFFECTED),
                AddOn.monthly(new AddOnId("iptv"), "Television", Money.of("12", "USD"))
                        .boundAs(new ProfileName("IPTV")),
                AddOn.monthly(new AddOnId("vlan-2"), "Second VLAN", Money.of("100.10", "USD"))
                        .per(BillingCycle.QUARTERLY)
                        .boundAs(new ProfileName("VLAN2"))
                        .whenSuspended(
                                new AddOnSuspension(AddOnSuspension.Service.STAYS, AddOnSuspension.Charge.AS_PLAN)),
                AddOn.monthly(new AddOnId("static-ip"), "Fixed address", Money.of("30", "USD"))
                        .per(BillingCycle.ANNUAL)
                        .whenSuspended(new AddOnSuspension(AddOnSuspension.Service.GOES, AddOnSuspension.Charge.NONE)));
    }

    /** A customer. */
    public static CustomerId customer(int n) {
        return new CustomerId("customer-" + n);
    }

    /** An ONU. */
    public static OnuSerial onu(int n) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", n));
    }

    /** A login. */
    public static RadiusUser radiusUser(int n) {
        return new RadiusUser("user-" + n + "@example.net");
    }

    /** A key for one command. */
    public static IdempotencyKey idempotencyKey(int n) {
        return new IdempotencyKey("key-" + n);
    }

    /** An attribute that is about nobody; its key is the same for each number. */
    public static Attribute attribute(int n) {
        return new Attribute(new AttributeKey("sales.agent"), "agente ñ-" + n);
    }

    /** An address beside splitter n. */
    public static ServiceAddress address(int n) {
        return new ServiceAddress("Calle Simón Bolívar 1-" + n, position(n));
    }

    /** Where splitter n hangs. */
    public static GeoPosition position(int n) {
        return new GeoPosition(HOME.latitude() + n * SPACING_DEGREES, HOME.longitude());
    }

    // Plans

    /** 100 Mbit/s over GPON. */
    public static PlanSnapshot plan() {
        return plan("home-100", 100, "24.90");
    }

    /** 300 Mbit/s over GPON. */
    public static PlanSnapshot fasterPlan() {
        return plan("home-300", 300, "34.90");
    }

    private static PlanSnapshot planOfOtherTechnology() {
        return builder("home-10000", 10_000, "90.00")
                .technology(Technology.XGS_PON)
                .build();
    }

    private static PlanSnapshot plan(String name, int megabits, String price) {
        return builder(name, megabits, price).build();
    }

    private static PlanSnapshot.Builder builder(String name, int megabits, String price) {
        return PlanSnapshot.builder(new PlanId(name))
                .version(1)
                .name("Hogar " + megabits)
                .download(Bandwidth.ofMbps(megabits))
                .upload(Bandwidth.ofMbps(megabits / 2))
                .price(Money.of(price, "USD"))
                .accessProfile(new ProfileName("access-" + name))
                .lineProfile(new ProfileName("line-" + name))
                .minimumTermMonths(12);
    }

    // Plant

    /** An OLT's name. */
    public static OltId oltId(int n) {
        return new OltId("olt-" + n);
    }

    /** A PON port of OLT 1. */
    public static PonPortId ponPortId(int n) {
        return new PonPortId(oltId(1), n >> 16 & 0xFF, n >> 8 & 0xFF, n & 0xFF);
    }

    /** A splitter's name. */
    public static SplitterId splitterId(int n) {
        return new SplitterId("NAP-" + n);
    }

    /** An output of splitter n. */
    public static SplitterOutputId output(int n, int output) {
        return new SplitterOutputId(splitterId(n), output);
    }

    /** An OLT that is up. */
    public static Olt olt(int n) {
        return new Olt(oltId(n), ServiceState.UP);
    }

    /** A PON port of OLT 1 that is up. */
    public static PonPort ponPort(int n, int subscriberLimit) {
        return new PonPort(
                ponPortId(n),
                Set.of(Technology.GPON, Technology.XGS_PON),
                subscriberLimit,
                Optional.of(OpticalPower.ofDbm(1.5)),
                ServiceState.UP);
    }

    /** A splitter that PON port {@code ponPort} feeds. */
    public static Splitter splitter(int n, int ponPort, int outputs) {
        return splitter(n, ponPort, Optional.empty(), outputs);
    }

    /** A splitter under PON port {@code ponPort} that an output of another splitter feeds. */
    public static Splitter splitter(int n, int ponPort, SplitterOutputId parent, int outputs) {
        return splitter(n, ponPort, Optional.of(parent), outputs);
    }

    private static Splitter splitter(int n, int ponPort, Optional<SplitterOutputId> parent, int outputs) {
        return new Splitter(
                splitterId(n),
                ponPortId(ponPort),
                parent,
                outputs,
                position(n),
                Optional.of(Decibels.of(10.5)),
                Distance.ofMetres(1_500));
    }

    /** OLT 1, PON port 1 for 64 subscribers, and under it splitters 1 and 2 with 8 outputs each. */
    public static PlantLayout smallPlant() {
        return new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 64)), List.of(splitter(1, 1, 8), splitter(2, 1, 8)));
    }

    // Contracts

    /** A contract that was just written down; one event. */
    public static Contract aDraft(int n) {
        return drafted(n).contract();
    }

    /** The same under another identity. */
    public static Contract aDraft(int n, ContractId identity) {
        return Decider.draft(identity, terms(n, Optional.empty()), metadata(START, Trigger.ADMIN))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()))
                .contract();
    }

    /** A draft with ports reserved until a time; three events. */
    public static Contract aReservedDraft(int n, Instant until) {
        return reserved(n, until).contract();
    }

    /** A contract that was activated and is to be built in the network; four events. */
    public static Contract anActiveContract(int n) {
        return activated(n).contract();
    }

    /** An active contract that the network confirmed; seven events. */
    public static Contract aContractInService(int n) {
        return confirmed(activated(n), START.plus(A_DAY)).contract();
    }

    /** A contract that was in service and is suspended for debt. */
    public static Contract aSuspendedContract(int n) {
        Instant at = START.plus(A_DAY.multipliedBy(2));
        return then(confirmed(activated(n), START.plus(A_DAY)), suspension(SuspensionReason.NON_PAYMENT), at)
                .contract();
    }

    /** A contract that was in service, was cancelled, and is still to be removed from the network. */
    public static Contract aCancelledContract(int n) {
        return cancelled(n).contract();
    }

    /** How {@link #aDraft} came about. */
    public static Decision drafted(int n) {
        return Decider.draft(contractId(n), terms(n, Optional.empty()), metadata(START, Trigger.ADMIN))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    }

    /** How {@link #aReservedDraft} came about. */
    public static Decision reserved(int n, Instant until) {
        Decision assessed = then(drafted(n), new Command.Assess(assessment(n, until)), START);
        return then(assessed, new Command.Reserve(ports(n), until, Optional.empty()), START);
    }

    /** How {@link #anActiveContract} came about. */
    public static Decision activated(int n) {
        return then(
                reserved(n, START.plus(A_DAY)),
                new Command.Activate(ports(n), onu(n), radiusUser(n)),
                START.plusSeconds(1));
    }

    /** How {@link #aCancelledContract} came about. */
    public static Decision cancelled(int n) {
        return then(
                confirmed(activated(n), START.plus(A_DAY)),
                new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.of(Money.of("12.345678", "USD"))),
                START.plus(A_DAY.multipliedBy(2)));
    }

    /** A contract that lived elsewhere, suspended for debt, and was adopted with output 1 of splitter n; four events. */
    public static Decision adopted(int n) {
        return adopted(n, Optional.of(ports(n)));
    }

    /** A contract that was adopted without its output, which was found and compared since. */
    public static Decision adoptedLife(int n) {
        Decision corrected = then(adopted(n, Optional.empty()), new Command.CorrectOutput(ports(n)), START.plus(A_DAY));
        return confirmed(corrected, NetworkTarget.LINE, START.plus(A_DAY.multipliedBy(2)));
    }

    /**
     * A contract whose splitter was to be spliced to OLT 2, which was taken back, and then was; it ended before OLT 1 was told, which was
     * written off.
     */
    public static Decision movedLife(int n) {
        PortAssignment elsewhere = new PortAssignment(ports(n).splitterOutput(), new PonPortId(oltId(2), 0, 0, 1));
        Decision prepared = then(activated(n), new Command.PrepareMove(elsewhere), START.plus(A_DAY));
        Decision withdrawn = then(prepared, new Command.WithdrawMove(), START.plus(A_DAY));
        Decision again = then(withdrawn, new Command.PrepareMove(elsewhere), START.plus(A_DAY));
        Decision moved = then(again, new Command.MovePorts(elsewhere), START.plus(A_DAY));
        Decision ended = then(
                moved,
                new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.empty()),
                START.plus(A_DAY.multipliedBy(2)));
        return then(ended, new Command.WriteOffLines(oltId(1), "scrapped"), START.plus(A_DAY.multipliedBy(3)));
    }

    /** A contract with add-ons: one since the activation and gone, one that started later and whose end was moved, one that is yet to start. */
    public static Decision addOnLife(int n) {
        AddOn telephone = addOns().get(0);
        AddOn television = addOns().get(1);
        Instant later = START.plus(A_DAY.multipliedBy(3));
        Decision added = then(activated(n), new Command.AddAddOn(telephone), START.plus(A_DAY));
        Decision agreed = then(
                added,
                new Command.AddAddOn(television, Optional.of(later), Optional.of(later.plus(A_DAY.multipliedBy(30)))),
                START.plus(A_DAY));
        Decision started = then(agreed, new Command.StartAddOn(television.id()), later);
        Decision moved = then(
                started,
                new Command.ChangeAddOnEnd(television.id(), Optional.of(later.plus(A_DAY.multipliedBy(60)))),
                later);
        Decision gone = then(moved, new Command.RemoveAddOn(telephone.id()), later.plus(A_DAY));
        return then(
                gone,
                new Command.AddAddOn(
                        addOns().get(3), Optional.of(later.plus(A_DAY.multipliedBy(20))), Optional.empty()),
                later.plus(A_DAY));
    }

    /** All that happens to the price of a contract. */
    public static Decision pricedLife(int n) {
        PlanId plan = plan().id();
        Decision agreed = then(
                activated(n),
                new Command.AgreePrice(plan, Money.of("19.99", "USD")),
                START.plus(A_DAY.multipliedBy(2)));
        Decision scheduled = then(
                agreed,
                new Command.Schedule(new ScheduledChange(
                        new Command.AgreePrice(plan, Money.of("21.5", "USD")), START.plus(A_DAY.multipliedBy(90)))),
                START.plus(A_DAY.multipliedBy(2)));
        LocalDate today = LocalDate.ofInstant(START, ZONE);
        Discount welcome =
                Discount.percent(new DiscountCode("WELCOME"), 50, today).forMonths(3);
        Discount gold = Discount.amount(
                new DiscountCode("GOLD"), Money.of("2.5", "USD"), BillingCycle.MONTHLY, today.plusDays(10));
        Instant later = START.plus(A_DAY.multipliedBy(3));
        Decision granted = then(scheduled, new Command.GrantDiscount(welcome), later);
        Decision both = then(granted, new Command.GrantDiscount(gold), later);
        return then(both, new Command.EndDiscount(gold.code(), today.plusDays(40)), later);
    }

    /** A draft whose activation is put off, withdrawn, put off again and carried out. */
    public static Decision activatedLaterLife(int n) {
        Command.ActivateReserved activate = new Command.ActivateReserved(onu(n), radiusUser(n));
        Decision reserved = reserved(n, START.plus(A_DAY));
        Decision scheduled = then(
                reserved,
                new Command.Schedule(new ScheduledChange(activate, START.plus(A_DAY.multipliedBy(40)))),
                START);
        Decision withdrawn = then(scheduled, new Command.UndoScheduled(CommandKind.ACTIVATE), START.plus(A_DAY));
        Decision again = then(
                withdrawn,
                new Command.Schedule(new ScheduledChange(activate, START.plus(A_DAY.multipliedBy(3)))),
                START.plus(A_DAY));
        return then(again, new Command.ApplyScheduled(CommandKind.ACTIVATE), START.plus(A_DAY.multipliedBy(3)));
    }

    private static Decision adopted(int n, Optional<PortAssignment> ports) {
        SuspensionPolicy debt =
                SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow();
        LocalDate today = LocalDate.ofInstant(START, ZONE);
        return Decider.adopt(
                        contractId(n),
                        new AdoptedContract(
                                START.minus(A_DAY.multipliedBy(420)),
                                new ContractEvent.ContractDrafted(
                                        contractNumber(n),
                                        Optional.empty(),
                                        customer(n),
                                        plan(),
                                        address(n),
                                        15,
                                        Optional.empty(),
                                        true),
                                List.of(new SuspensionHold(
                                        debt,
                                        Enforcement.CAPTIVE,
                                        START.minus(A_DAY.multipliedBy(9)),
                                        Optional.empty())),
                                new ContractEvent.ContractAdopted(
                                        START.minus(A_DAY.multipliedBy(410)),
                                        START.minus(A_DAY.multipliedBy(409)),
                                        onu(n),
                                        ports,
                                        radiusUser(n),
                                        Optional.of(today.plusDays(320)),
                                        today.plusDays(4),
                                        Optional.of(today.minusDays(50)))),
                        metadata(START, Trigger.ADMIN))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    }

    /** A life in which every kind of event but those of dunning and adoption happens, to the erasure after the end. Takes names n and n + 1. */
    public static Decision fullLife(int n) {
        return new Story(n).fullLife();
    }

    /** A life with two debts: one that is cut for and paid, one that leads to a notice. Takes names n and n + 1. */
    public static Decision dunnedLife(int n) {
        return new Story(n).dunnedLife();
    }

    /** The contract after each event of a life, from the first to the last. */
    public static List<Contract> statesOf(Decision life) {
        return IntStream.rangeClosed(1, life.events().size())
                .mapToObj(count -> Contract.replay(life.events().subList(0, count)))
                .toList();
    }

    /** Does something to a contract; the decision has the events of that alone. */
    public static Decision handle(Contract contract, Command command, Instant at) {
        return handle(contract, command, metadata(at, Trigger.ADMIN));
    }

    /** Changes a draft a little: assesses its address anew. */
    public static Decision reassessed(Contract draft, Instant at) {
        return handle(draft, new Command.Assess(assessment(1, at.plus(A_DAY))), at);
    }

    /** Confirms for both sides of the network what a contract wants of it now. */
    public static Decision confirmed(Contract contract, Instant at) {
        return confirmed(new Decision(contract, List.of()), at);
    }

    /** When something is done, and by whom. */
    public static CommandMetadata metadata(Instant at, Trigger trigger) {
        return new CommandMetadata(at, at, ZONE, new Actor("María José"), trigger, Optional.of("ticket 4711"));
    }

    /** The way from output 1 of splitter n to PON port 1. */
    public static PortAssignment ports(int n) {
        return new PortAssignment(output(n, 1), ponPortId(1));
    }

    /** An answer that splitter n, which is near, qualifies, and the next, further away, with a warning. */
    public static Assessment assessment(int n, Instant expiresAt) {
        return new Assessment(
                Verdict.QUALIFIED,
                Optional.of(splitterId(n)),
                List.of(
                        finding(n, FeasibilityCheck.Result.PASS, Optional.of(OpticalPower.ofDbm(-19.87))),
                        finding(n + 1, FeasibilityCheck.Result.WARN, Optional.empty())),
                expiresAt);
    }

    private static SplitterAssessment finding(
            int splitter, FeasibilityCheck.Result result, Optional<OpticalPower> power) {
        return new SplitterAssessment(
                splitterId(splitter),
                ponPortId(1),
                Distance.ofMetres(120),
                List.of(new FeasibilityCheck(FeasibilityCheck.Kind.DROP_DISTANCE, result, "120 m of 150 m")),
                power,
                power.map(received -> received.above(OpticalPower.ofDbm(-27))));
    }

    // What else is kept or told

    /** A command under key n that brought a contract to its present version. */
    public static CommandRecord commandRecord(int n, Contract contract) {
        return new CommandRecord(
                idempotencyKey(n),
                String.format(Locale.ROOT, "%064x", n),
                contract.id(),
                contract.version() - 1,
                contract.version(),
                START);
    }

    /** What RADIUS should know about subscriber n. */
    public static AccessService accessService(int n) {
        return new AccessService(
                contractId(n), radiusUser(n), plan().accessProfile(), plan().rates(), Enforcement.NONE);
    }

    /** What OLT 1 should know about subscriber n: ONU n at PON port 1. */
    public static LineService lineService(int n) {
        return new LineService(contractId(n), new Line(ports(n), onu(n)), plan().lineProfile(), true);
    }

    private static ContractEvent.ContractDrafted terms(int n, Optional<ContractId> predecessor) {
        return new ContractEvent.ContractDrafted(contractNumber(n), predecessor, customer(n), plan(), address(n), 15);
    }

    private static Decision then(Decision soFar, Command command, Instant at) {
        return then(soFar, command, metadata(at, Trigger.ADMIN));
    }

    private static Decision then(Decision soFar, Command command, CommandMetadata metadata) {
        return soFar.then(contract -> Decider.decide(contract, command, metadata))
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    }

    private static Decision handle(Contract contract, Command command, CommandMetadata metadata) {
        return then(new Decision(contract, List.of()), command, metadata);
    }

    private static Decision confirmed(Decision soFar, Instant at) {
        return confirmed(confirmed(soFar, NetworkTarget.LINE, at), NetworkTarget.ACCESS, at);
    }

    private static Decision confirmed(Decision soFar, NetworkTarget target, Instant at) {
        long version = soFar.contract().provisioning().of(target).desiredVersion();
        return then(soFar, new Command.ConfirmProvisioning(target, version), metadata(at, Trigger.NETWORK));
    }

    private static Command.Suspend suspension(SuspensionReason reason) {
        SuspensionPolicy policy = SuspensionPolicies.defaults().find(reason).orElseThrow();
        return new Command.Suspend(policy, policy.enforcement(), Optional.empty());
    }

    /** A life, command by command; each a day after the one before. */
    private static final class Story {
        private final int n;
        private Decision soFar;
        private Instant now = START;

        Story(int n) {
            this.n = n;
            soFar = Decider.draft(
                            contractId(n), terms(n, Optional.of(contractId(n + 1))), metadata(now, Trigger.CUSTOMER))
                    .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
        }

        Decision fullLife() {
            draftWithReservations();
            activationUnderHold();
            outageWrittenDownAfterwards();
            driftAndRepair();
            planChangeThatFailsAtFirst();
            moves();
            changesPutOff();
            end();
            return soFar;
        }

        Decision dunnedLife() {
            activationUnderHold();
            LocalDate due = LocalDate.of(2026, 2, 5);
            tell(step(due, due, 1, DunningAction.NOTIFY, due.plusDays(40)));
            tell(step(due, due.plusDays(9), 15, DunningAction.THROTTLE, due.plusDays(41)));
            tell(suspension(SuspensionReason.NON_PAYMENT));
            tell(new Command.LiftHold(SuspensionReason.NON_PAYMENT));
            tell(new Command.CloseDunning());
            LocalDate next = due.plusMonths(1);
            tell(step(next, next, 1, DunningAction.NOTIFY, next.plusDays(12)));
            return soFar;
        }

        private static Command step(
                LocalDate dueOn, LocalDate countedFrom, int days, DunningAction action, LocalDate takenOn) {
            return new Command.TakeDunningStep(
                    new DunningMark(dueOn, countedFrom, days, action, takenOn, Money.of("24.90", "USD")));
        }

        private void draftWithReservations() {
            tell(new Command.Assess(assessment(n, in(3))));
            tell(new Command.Reserve(ports(n), in(3), Optional.empty()));
            tell(new Command.RenewReservation(in(4), 2));
            tell(new Command.ReleaseReservation());
            tell(new Command.Reserve(ports(n), in(2), Optional.of("the planner knows better")));
            now = in(2);
            tell(new Command.ExpireReservation());
        }

        private void activationUnderHold() {
            SuspensionPolicy technical = SuspensionPolicies.defaults()
                    .find(SuspensionReason.TECHNICAL)
                    .orElseThrow();
            tell(new Command.Suspend(technical, Enforcement.LINE_DISABLED, Optional.of(in(30))));
            tell(new Command.Assess(assessment(n, in(9))));
            tell(new Command.Reserve(ports(n), in(9), Optional.empty()));
            tell(new Command.Activate(ports(n), onu(n), radiusUser(n)));
            confirm();
            tell(new Command.LiftHold(SuspensionReason.TECHNICAL));
            confirm();
        }

        private void outageWrittenDownAfterwards() {
            SuspensionPolicy technical = SuspensionPolicies.defaults()
                    .find(SuspensionReason.TECHNICAL)
                    .orElseThrow();
            now = in(3);
            soFar = then(
                    soFar,
                    new Command.Suspend(technical, Enforcement.HARD_BLOCK, Optional.of(now.minus(A_DAY))),
                    new CommandMetadata(
                            now.minus(A_DAY.multipliedBy(2)),
                            now,
                            ZONE,
                            new Actor("María José"),
                            Trigger.ADMIN,
                            Optional.empty()));
        }

        private void driftAndRepair() {
            tell(new Command.ReportDrift(NetworkTarget.ACCESS, new Drift(Drift.Kind.DIFFERENT, "otro perfil")));
            confirm();
        }

        private void planChangeThatFailsAtFirst() {
            tell(new Command.ChangePlan(fasterPlan()));
            tell(new Command.FailProvisioning(
                    NetworkTarget.LINE,
                    soFar.contract().provisioning().line().desiredVersion(),
                    new ProvisioningFailure("NO_SUCH_PROFILE", "perfil desconocido")));
            tell(new Command.RetryProvisioning());
            confirm();
        }

        private void moves() {
            tell(new Command.Relocate(address(n + 1), ports(n + 1), assessment(n + 1, in(9))));
            confirm();
            tell(new Command.Relocate(address(n), ports(n), assessment(n, in(9)), Optional.of("seen on site")));
            confirm();
            tell(new Command.CorrectAddress(address(n + 1)));
            tell(new Command.CorrectNumber(contractNumber(n + 1_000)));
            tell(new Command.SwapOnu(onu(n + 1)));
            tell(new Command.RenameLogin(radiusUser(n + 2)));
            tell(new Command.ChangeAccessSettings(accessSettings(n, 1)));
            tell(new Command.ChangeBillingDay(31));
            tell(new Command.AgreeTerm(24));
            tell(new Command.TransferOwnership(
                    customer(n + 1), Optional.of(radiusUser(n + 1)), Optional.of("inheritance")));
            confirm();
        }

        private void changesPutOff() {
            tell(new Command.Schedule(new ScheduledChange(new Command.ChangePlan(plan()), in(5))));
            tell(new Command.UndoScheduled(CommandKind.CHANGE_PLAN));
            tell(new Command.Schedule(new ScheduledChange(new Command.ChangePlan(planOfOtherTechnology()), in(2))));
            tell(new Command.Schedule(new ScheduledChange(suspension(SuspensionReason.NON_PAYMENT), in(2))));
            tell(new Command.Schedule(
                    new ScheduledChange(new Command.Cancel(CancellationReason.NON_PAYMENT, Optional.empty()), in(90))));
            tell(new Command.ApplyScheduled(CommandKind.CHANGE_PLAN));
            tell(new Command.ApplyScheduled(CommandKind.SUSPEND));
        }

        private void end() {
            tell(new Command.ChangeAttributes(List.of(attribute(n), CONTACT), Set.of()));
            tell(new Command.ChangeEnforcement(SuspensionReason.NON_PAYMENT, Enforcement.HARD_BLOCK));
            confirm();
            tell(new Command.ChangeAttributes(List.of(attribute(n + 1)), Set.of(new AttributeKey("no.such"))));
            tell(new Command.Cancel(CancellationReason.NON_PAYMENT, Optional.of(Money.of("123.456789", "USD"))));
            confirm();
            tell(new Command.ErasePersonalData(Set.of(CONTACT.key()), false));
        }

        private void tell(Command command) {
            now = in(1);
            soFar = then(soFar, command, now);
        }

        private void confirm() {
            now = in(1);
            soFar = confirmed(soFar, now);
        }

        private Instant in(int days) {
            return now.plus(A_DAY.multipliedBy(days)).plusNanos(1_000);
        }
    }
}
