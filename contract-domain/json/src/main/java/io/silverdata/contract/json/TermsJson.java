package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.DAY;
import static io.silverdata.contract.json.Json.DOUBLE;
import static io.silverdata.contract.json.Json.FLAG;
import static io.silverdata.contract.json.Json.INT;
import static io.silverdata.contract.json.Json.LONG;
import static io.silverdata.contract.json.Json.TEXT;
import static io.silverdata.contract.json.Json.TIME;

import com.fasterxml.jackson.core.JsonToken;
import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillabilityRule;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.BillingDayChange;
import io.silverdata.contract.model.Burst;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.CycleChange;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What contracts and events say about the agreement, its holds and its delivery. */
final class TermsJson {
    static final Json<ContractId> CONTRACT =
            Json.text(id -> id.value().toString(), text -> new ContractId(UUID.fromString(text)));
    static final Json<ContractNumber> NUMBER = Json.text(ContractNumber::value, ContractNumber::new);
    static final Json<CustomerId> CUSTOMER = Json.text(CustomerId::value, CustomerId::new);
    static final Json<RadiusUser> RADIUS_USER = Json.text(RadiusUser::value, RadiusUser::new);
    static final Json<Enforcement> ENFORCEMENT = Json.constant(Enforcement.class);

    /** As {@code 24.9 USD}, shown as {@code 24.90 USD}: no reader mistakes it for a binary floating point number. */
    static final Json<Money> MONEY = Json.of(
            (out, money) -> out.json()
                    .writeString(
                            amount(out.form(), money) + " " + money.currency().getCurrencyCode()),
            in -> money(in.getText()));

    static final Json<PlanSnapshot> PLAN = plan();
    static final Json<ServiceAddress> ADDRESS = address();
    static final Json<DayRange> DAYS = days();
    static final Json<CycleChange> CYCLE_CHANGE = cycleChange();
    static final Json<BillingDayChange> BILLING_DAY_CHANGE = billingDayChange();
    static final Json<SuspensionReason> REASON = reason();
    static final Json<BillabilityRule> BILLABLE = billable();
    static final Json<SuspensionPolicy> POLICY = policy();
    static final Json<SuspensionHold> HOLD = hold();
    static final Json<DunningMark> DUNNING_MARK = dunningMark();
    static final Json<CancellationReason> CANCELLATION = cancellation();
    static final Json<ProvisioningFailure> FAILURE = failure();
    static final Json<Drift> DRIFT = drift();
    static final Json<ProvisioningState.Summary> SUMMARY = Json.constant(ProvisioningState.Summary.class);
    static final Json<ProvisioningState> PROVISIONING = provisioning();

    private TermsJson() {}

    private static Money money(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("money must be an amount, a space and a currency");
        }
        return Money.of(text.substring(0, space), text.substring(space + 1));
    }

    private static String amount(Form form, Money money) {
        return (form == Form.STORED ? money.amount() : TextForm.withCents(money)).toPlainString();
    }

    private static Json<PlanSnapshot> plan() {
        JsonShape<PlanSnapshot> shape = new JsonShape<>("plan");
        Field<PlanSnapshot, PlanId> id = shape.required("id", Json.text(PlanId::value, PlanId::new), PlanSnapshot::id);
        Field<PlanSnapshot, Integer> version = shape.required("version", INT, PlanSnapshot::version);
        Field<PlanSnapshot, String> name = shape.required("name", TEXT, PlanSnapshot::name);
        Field<PlanSnapshot, Technology> technology =
                shape.required("technology", Json.constant(Technology.class), PlanSnapshot::technology);
        Field<PlanSnapshot, Bandwidth> down = shape.required("down", UnitJson.BANDWIDTH, PlanSnapshot::download);
        Field<PlanSnapshot, Bandwidth> up = shape.required("up", UnitJson.BANDWIDTH, PlanSnapshot::upload);
        Field<PlanSnapshot, Optional<Burst>> burst =
                shape.optional("burst", burst(), plan -> plan.rates().burst());
        Field<PlanSnapshot, Money> price =
                shape.required("price", MONEY, plan -> plan.price().amount());
        Field<PlanSnapshot, BillingCycle> cycle = shape.required(
                "cycle", Json.constant(BillingCycle.class), plan -> plan.price().cycle());
        Field<PlanSnapshot, ProfileName> access =
                shape.required("access", Json.text(ProfileName::value, ProfileName::new), PlanSnapshot::accessProfile);
        Field<PlanSnapshot, ProfileName> line =
                shape.required("line", Json.text(ProfileName::value, ProfileName::new), PlanSnapshot::lineProfile);
        Field<PlanSnapshot, Integer> termMonths = shape.orElse(0, "termMonths", INT, PlanSnapshot::minimumTermMonths);
        return shape.of(in -> new PlanSnapshot(
                in.get(id),
                in.get(version),
                in.get(name),
                in.get(technology),
                new Rates(in.get(down), in.get(up), in.get(burst)),
                new PlanSnapshot.Price(in.get(price), in.get(cycle)),
                new PlanSnapshot.NetworkProfiles(in.get(access), in.get(line)),
                in.get(termMonths)));
    }

    private static Json<Burst> burst() {
        JsonShape<Burst> shape = new JsonShape<>("burst");
        Json<Bandwidth> rate = UnitJson.BANDWIDTH;
        Field<Burst, Bandwidth> down = shape.required("down", rate, Burst::download);
        Field<Burst, Bandwidth> up = shape.required("up", rate, Burst::upload);
        Field<Burst, Bandwidth> downThreshold = shape.required("downThreshold", rate, Burst::downloadThreshold);
        Field<Burst, Bandwidth> upThreshold = shape.required("upThreshold", rate, Burst::uploadThreshold);
        Field<Burst, Duration> time =
                shape.required("seconds", Json.number(Duration::toSeconds, Duration::ofSeconds), Burst::time);
        return shape.of(
                in -> new Burst(in.get(down), in.get(up), in.get(downThreshold), in.get(upThreshold), in.get(time)));
    }

    private static Json<ServiceAddress> address() {
        JsonShape<ServiceAddress> shape = new JsonShape<>("address");
        Field<ServiceAddress, String> text = shape.required("text", TEXT, ServiceAddress::text);
        Field<ServiceAddress, Double> lat =
                shape.required("lat", DOUBLE, address -> address.position().latitude());
        Field<ServiceAddress, Double> lon =
                shape.required("lon", DOUBLE, address -> address.position().longitude());
        return shape.of(in -> new ServiceAddress(in.get(text), new GeoPosition(in.get(lat), in.get(lon))));
    }

    private static Json<DayRange> days() {
        JsonShape<DayRange> shape = new JsonShape<>("days");
        Field<DayRange, LocalDate> from = shape.required("from", DAY, DayRange::from);
        Field<DayRange, LocalDate> to = shape.required("to", DAY, DayRange::to);
        return shape.of(in -> new DayRange(in.get(from), in.get(to)));
    }

    private static Json<CycleChange> cycleChange() {
        JsonShape<CycleChange> shape = new JsonShape<>("cycleChange");
        Field<CycleChange, Instant> at = shape.required("at", TIME, CycleChange::at);
        Field<CycleChange, BillingCycle> from =
                shape.required("from", Json.constant(BillingCycle.class), CycleChange::from);
        Field<CycleChange, BillingCycle> to = shape.required("to", Json.constant(BillingCycle.class), CycleChange::to);
        return shape.of(in -> new CycleChange(in.get(at), in.get(from), in.get(to)));
    }

    private static Json<BillingDayChange> billingDayChange() {
        JsonShape<BillingDayChange> shape = new JsonShape<>("billingDayChange");
        Field<BillingDayChange, Instant> at = shape.required("at", TIME, BillingDayChange::at);
        Field<BillingDayChange, Integer> from = shape.required("from", INT, BillingDayChange::from);
        Field<BillingDayChange, Integer> to = shape.required("to", INT, BillingDayChange::to);
        return shape.of(in -> new BillingDayChange(in.get(at), in.get(from), in.get(to)));
    }

    private static Json<SuspensionReason> reason() {
        JsonShape<SuspensionReason> shape = new JsonShape<>("reason");
        Field<SuspensionReason, String> code = shape.required("code", TEXT, SuspensionReason::code);
        Field<SuspensionReason, SuspensionReason.Category> category =
                shape.required("category", Json.constant(SuspensionReason.Category.class), SuspensionReason::category);
        return shape.of(in -> new SuspensionReason(in.get(code), in.get(category)));
    }

    /** A number is the share at every level, as it was written before levels had shares of their own; else each level has its own. */
    private static Json<BillabilityRule> billable() {
        Json<Billability> share = UnitJson.BILLABILITY;
        JsonShape<BillabilityRule> shape = new JsonShape<>("billable");
        Map<Enforcement, Field<BillabilityRule, Billability>> shares = new EnumMap<>(Enforcement.class);
        for (Enforcement level : Enforcement.values()) {
            shares.put(level, shape.required(level.name(), share, rule -> rule.at(level)));
        }
        Json<BillabilityRule> byLevel = shape.of(in -> {
            BillabilityRule.Builder rule = BillabilityRule.builder();
            shares.forEach((level, field) -> rule.at(level, in.get(field)));
            return rule.build();
        });
        return Json.of(
                (out, rule) -> {
                    if (rule.isUniform()) {
                        share.write(out, rule.at(Enforcement.NONE));
                    } else {
                        byLevel.write(out, rule);
                    }
                },
                in -> in.currentToken() == JsonToken.START_OBJECT
                        ? byLevel.read(in)
                        : BillabilityRule.always(share.read(in)));
    }

    private static Json<SuspensionPolicy> policy() {
        JsonShape<SuspensionPolicy> shape = new JsonShape<>("policy");
        Field<SuspensionPolicy, SuspensionReason> reason = shape.required("reason", REASON, SuspensionPolicy::reason);
        Field<SuspensionPolicy, Enforcement> enforcement =
                shape.required("enforcement", ENFORCEMENT, SuspensionPolicy::enforcement);
        Field<SuspensionPolicy, BillabilityRule> billable =
                shape.required("billable", BILLABLE, SuspensionPolicy::billability);
        Field<SuspensionPolicy, List<Trigger>> lifters =
                shape.list("lifters", Json.constant(Trigger.class), policy -> List.copyOf(policy.lifters()));
        Field<SuspensionPolicy, SuspensionPolicy.End> end =
                shape.required("end", Json.constant(SuspensionPolicy.End.class), SuspensionPolicy::end);
        Field<SuspensionPolicy, Boolean> extendsTerm =
                shape.orElse(false, "extendsTerm", FLAG, SuspensionPolicy::extendsTerm);
        Field<SuspensionPolicy, Boolean> reconnection =
                shape.orElse(false, "reconnection", FLAG, SuspensionPolicy::countsAsReconnection);
        Field<SuspensionPolicy, SuspensionPolicy.PlanChangeRule> planChange = shape.required(
                "planChange", Json.constant(SuspensionPolicy.PlanChangeRule.class), SuspensionPolicy::planChange);
        Field<SuspensionPolicy, Boolean> blocksTransfer =
                shape.orElse(false, "blocksTransfer", FLAG, SuspensionPolicy::blocksTransfer);
        return shape.of(in -> new SuspensionPolicy(
                in.get(reason),
                in.get(enforcement),
                in.get(billable),
                Set.copyOf(in.get(lifters)),
                in.get(end),
                in.get(extendsTerm),
                in.get(reconnection),
                in.get(planChange),
                in.get(blocksTransfer)));
    }

    private static Json<SuspensionHold> hold() {
        JsonShape<SuspensionHold> shape = new JsonShape<>("hold");
        Field<SuspensionHold, SuspensionPolicy> policy = shape.required("policy", POLICY, SuspensionHold::policy);
        Field<SuspensionHold, Enforcement> enforcement =
                shape.required("enforcement", ENFORCEMENT, SuspensionHold::enforcement);
        Field<SuspensionHold, Instant> placed = shape.required("placed", TIME, SuspensionHold::placedAt);
        Field<SuspensionHold, Optional<Instant>> until = shape.optional("until", TIME, SuspensionHold::until);
        return shape.of(in -> new SuspensionHold(in.get(policy), in.get(enforcement), in.get(placed), in.get(until)));
    }

    private static Json<DunningMark> dunningMark() {
        JsonShape<DunningMark> shape = new JsonShape<>("dunningMark");
        Field<DunningMark, LocalDate> due = shape.required("due", DAY, DunningMark::dueOn);
        Field<DunningMark, LocalDate> countedFrom = shape.required("countedFrom", DAY, DunningMark::countedFrom);
        Field<DunningMark, Integer> days = shape.required("days", INT, DunningMark::daysOverdue);
        Field<DunningMark, DunningAction> action =
                shape.required("action", Json.constant(DunningAction.class), DunningMark::action);
        Field<DunningMark, LocalDate> taken = shape.required("taken", DAY, DunningMark::takenOn);
        Field<DunningMark, Money> overdue = shape.required("overdue", MONEY, DunningMark::overdue);
        return shape.of(in -> new DunningMark(
                in.get(due), in.get(countedFrom), in.get(days), in.get(action), in.get(taken), in.get(overdue)));
    }

    private static Json<CancellationReason> cancellation() {
        JsonShape<CancellationReason> shape = new JsonShape<>("cancellation");
        Field<CancellationReason, String> code = shape.required("code", TEXT, CancellationReason::code);
        Field<CancellationReason, CancellationReason.Category> category = shape.required(
                "category", Json.constant(CancellationReason.Category.class), CancellationReason::category);
        Field<CancellationReason, Boolean> churn = shape.required("churn", FLAG, CancellationReason::countsAsChurn);
        return shape.of(in -> new CancellationReason(in.get(code), in.get(category), in.get(churn)));
    }

    private static Json<ProvisioningFailure> failure() {
        JsonShape<ProvisioningFailure> shape = new JsonShape<>("failure");
        Field<ProvisioningFailure, String> code = shape.required("code", TEXT, ProvisioningFailure::code);
        Field<ProvisioningFailure, String> detail = shape.required("detail", TEXT, ProvisioningFailure::detail);
        return shape.of(in -> new ProvisioningFailure(in.get(code), in.get(detail)));
    }

    private static Json<Drift> drift() {
        JsonShape<Drift> shape = new JsonShape<>("drift");
        Field<Drift, Drift.Kind> kind = shape.required("kind", Json.constant(Drift.Kind.class), Drift::kind);
        Field<Drift, String> detail = shape.required("detail", TEXT, Drift::detail);
        return shape.of(in -> new Drift(in.get(kind), in.get(detail)));
    }

    private static Json<ProvisioningState> provisioning() {
        JsonShape<ProvisioningState> shape = new JsonShape<>("provisioning");
        Json<TargetState> target = target();
        Field<ProvisioningState, TargetState> access =
                shape.orElse(TargetState.UNTOUCHED, "access", target, ProvisioningState::access);
        Field<ProvisioningState, TargetState> line =
                shape.orElse(TargetState.UNTOUCHED, "line", target, ProvisioningState::line);
        shape.derived("summary", SUMMARY, state -> Optional.of(state.summary()));
        return shape.of(in -> new ProvisioningState(in.get(access), in.get(line)));
    }

    private static Json<TargetState> target() {
        JsonShape<TargetState> shape = new JsonShape<>("target");
        Field<TargetState, Long> desired = shape.orElse(0L, "desired", LONG, TargetState::desiredVersion);
        Field<TargetState, Long> confirmed = shape.orElse(0L, "confirmed", LONG, TargetState::confirmedVersion);
        Field<TargetState, Optional<ProvisioningFailure>> failure =
                shape.optional("failure", FAILURE, TargetState::failure);
        Field<TargetState, Optional<Drift>> drift = shape.optional("drift", DRIFT, TargetState::drift);
        Field<TargetState, Boolean> unverified = shape.orElse(false, "unverified", FLAG, TargetState::unverified);
        shape.derived("summary", SUMMARY, state -> Optional.of(state.summary()));
        return shape.of(in -> new TargetState(
                in.get(desired), in.get(confirmed), in.get(failure), in.get(drift), in.get(unverified)));
    }
}
