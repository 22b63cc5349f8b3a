package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.TIME;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.BillingDayChange;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.CycleChange;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.MinimumTerm;
import io.silverdata.contract.model.NetworkResources;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionHold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All facts of a contract as JSON, as a contract's row holds them. For authors of storages; {@link ContractJson} is for everybody else.
 *
 * <p>Safe for use by any number of threads.
 */
public final class SnapshotJson {
    private static final Json<Status> STATUS = Json.constant(Status.class);

    static final Json<ContractSnapshot> SNAPSHOT = contract();

    private SnapshotJson() {}

    /** What {@link #read} reads; every storage that keeps Unicode text without NUL can hold it. */
    public static String write(ContractSnapshot snapshot) {
        return JsonText.write(Form.STORED, SNAPSHOT, snapshot);
    }

    /**
     * Reads what {@link #write} wrote, in this version or another.
     *
     * @throws InvalidJsonException if it is no such text
     */
    public static ContractSnapshot read(String json) {
        return JsonText.read("a contract", SNAPSHOT, json);
    }

    private static Json<ContractSnapshot> contract() {
        JsonShape<ContractSnapshot> shape = new JsonShape<>("contract");
        Field<ContractSnapshot, ContractId> id = shape.required(
                "id", TermsJson.CONTRACT, facts -> facts.identity().id());
        Field<ContractSnapshot, Long> version = shape.required("version", Json.LONG, ContractSnapshot::version);
        Field<ContractSnapshot, ContractNumber> number = shape.required(
                "number", TermsJson.NUMBER, facts -> facts.identity().number());
        Field<ContractSnapshot, Optional<ContractId>> predecessor = shape.optional(
                "predecessor", TermsJson.CONTRACT, facts -> facts.identity().predecessor());
        Field<ContractSnapshot, CustomerId> customer = shape.required(
                "customer", TermsJson.CUSTOMER, facts -> facts.agreement().customer());
        Field<ContractSnapshot, PlanSnapshot> plan = shape.required(
                "plan", TermsJson.PLAN, facts -> facts.agreement().plan());
        Field<ContractSnapshot, ServiceAddress> address = shape.required(
                "address", TermsJson.ADDRESS, facts -> facts.agreement().address());
        Field<ContractSnapshot, Integer> billingDay = shape.required(
                "billingDay", Json.INT, facts -> facts.agreement().billingDay());
        Field<ContractSnapshot, List<CycleChange>> cycleChanges = shape.list(
                "cycleChanges",
                TermsJson.CYCLE_CHANGE,
                facts -> facts.agreement().cycleChanges());
        Field<ContractSnapshot, List<BillingDayChange>> billingDayChanges = shape.list(
                "billingDayChanges",
                TermsJson.BILLING_DAY_CHANGE,
                facts -> facts.agreement().billingDayChanges());
        Field<ContractSnapshot, Optional<LocalDate>> billingAnchor = shape.optional(
                "billingAnchor", Json.DAY, facts -> facts.agreement().billingAnchor());
        Field<ContractSnapshot, List<Discount>> discounts = shape.list(
                "discounts", PriceJson.DISCOUNT, facts -> facts.agreement().discounts());
        Field<ContractSnapshot, Instant> drafted =
                shape.required("drafted", TIME, facts -> facts.milestones().draftedAt());
        Field<ContractSnapshot, Optional<Instant>> activated =
                shape.optional("activated", TIME, facts -> facts.milestones().activatedAt());
        Field<ContractSnapshot, Optional<Instant>> inService =
                shape.optional("inService", TIME, facts -> facts.milestones().inServiceSince());
        Field<ContractSnapshot, Optional<Instant>> suspended =
                shape.optional("suspended", TIME, facts -> facts.milestones().suspendedSince());
        Field<ContractSnapshot, Optional<Instant>> cancelled =
                shape.optional("cancelled", TIME, facts -> facts.milestones().cancelledAt());
        Field<ContractSnapshot, Optional<Instant>> erased =
                shape.optional("erased", TIME, facts -> facts.milestones().erasedAt());
        Field<ContractSnapshot, Optional<Instant>> adopted =
                shape.optional("adopted", TIME, facts -> facts.milestones().adoptedAt());
        Field<ContractSnapshot, Optional<LocalDate>> termEnds =
                shape.optional("termEnds", Json.DAY, facts -> facts.term().endsOn());
        Field<ContractSnapshot, List<DayRange>> termDays =
                shape.list("termDays", TermsJson.DAYS, facts -> facts.term().extensions());
        Field<ContractSnapshot, Optional<LocalDate>> termStarts =
                shape.optional("termStarts", Json.DAY, facts -> facts.term().startsOn());
        Field<ContractSnapshot, Optional<Integer>> termMonths =
                shape.optional("termMonths", Json.INT, facts -> facts.term().agreedMonths());
        Field<ContractSnapshot, Optional<Assessment>> assessment =
                shape.optional("assessment", PlantJson.ASSESSMENT, ContractSnapshot::assessment);
        Field<ContractSnapshot, Optional<Reservation>> reservation =
                shape.optional("reservation", PlantJson.RESERVATION, ContractSnapshot::reservation);
        Field<ContractSnapshot, Optional<Line>> line = shape.optional(
                "line", PlantJson.LINE, facts -> facts.resources().line());
        Field<ContractSnapshot, Optional<OnuSerial>> unplacedOnu = shape.optional(
                "unplacedOnu", PlantJson.ONU, facts -> facts.resources().unplacedOnu());
        Field<ContractSnapshot, Optional<PortAssignment>> movingTo = shape.optional(
                "movingTo", PlantJson.PORTS, facts -> facts.resources().movingTo());
        Field<ContractSnapshot, Optional<RadiusUser>> login = shape.optional(
                "login", TermsJson.RADIUS_USER, facts -> facts.resources().radiusUser());
        Field<ContractSnapshot, AccessSettings> settings = shape.orElse(
                AccessSettings.NONE,
                "accessSettings",
                AccessJson.SETTINGS,
                facts -> facts.resources().settings());
        Field<ContractSnapshot, List<SuspensionHold>> holds =
                shape.list("holds", TermsJson.HOLD, ContractSnapshot::holds);
        Field<ContractSnapshot, List<ScheduledChange>> scheduled =
                shape.list("scheduled", ScheduleJson.CHANGE, ContractSnapshot::scheduled);
        Field<ContractSnapshot, List<DunningMark>> dunning =
                shape.list("dunning", TermsJson.DUNNING_MARK, ContractSnapshot::dunning);
        Field<ContractSnapshot, List<Attribute>> attributes =
                shape.list("attributes", HostEventJson.ATTRIBUTE, ContractSnapshot::attributes);
        Field<ContractSnapshot, List<AgreedAddOn>> addOns =
                shape.list("addOns", AddOnJson.AGREED, ContractSnapshot::addOns);
        Field<ContractSnapshot, List<Line>> retiredLines = shape.list(
                "retiredLines", PlantJson.LINE, facts -> facts.resources().retiredLines());
        Field<ContractSnapshot, List<RadiusUser>> retiredLogins = shape.list(
                "retiredLogins",
                TermsJson.RADIUS_USER,
                facts -> facts.resources().retiredUsers());
        Field<ContractSnapshot, List<IpPrefix>> retiredPrefixes = shape.list(
                "retiredPrefixes", AccessJson.PREFIX, facts -> facts.resources().retiredPrefixes());
        Field<ContractSnapshot, ProvisioningState> provisioning = shape.orElse(
                ProvisioningState.UNTOUCHED, "provisioning", TermsJson.PROVISIONING, ContractSnapshot::provisioning);
        shape.derived(
                "status", STATUS, facts -> Optional.of(Contract.restore(facts).status()));
        shape.derived(
                "enforcement",
                TermsJson.ENFORCEMENT,
                facts -> Optional.of(Contract.restore(facts).enforcement()));
        shape.derived("nextDue", TIME, facts -> Contract.restore(facts).nextDueAt());
        Field<ContractSnapshot, Instant> recorded = shape.required("recorded", TIME, ContractSnapshot::lastRecordedAt);
        return shape.of(in -> new ContractSnapshot(
                new ContractSnapshot.Identity(in.get(id), in.get(number), in.get(predecessor)),
                in.get(version),
                in.get(recorded),
                new ContractSnapshot.Agreement(
                        in.get(customer),
                        in.get(plan),
                        in.get(address),
                        in.get(billingDay),
                        in.get(cycleChanges),
                        in.get(billingDayChanges),
                        in.get(billingAnchor),
                        in.get(discounts)),
                new ContractSnapshot.Milestones(
                        in.get(drafted),
                        in.get(activated),
                        in.get(inService),
                        in.get(suspended),
                        in.get(cancelled),
                        in.get(erased),
                        in.get(adopted)),
                new MinimumTerm(in.get(termEnds), in.get(termDays), in.get(termStarts), in.get(termMonths)),
                in.get(assessment),
                in.get(reservation),
                new NetworkResources(
                        in.get(line),
                        in.get(login),
                        in.get(retiredLines),
                        in.get(retiredLogins),
                        in.get(unplacedOnu),
                        in.get(movingTo),
                        in.get(settings),
                        in.get(retiredPrefixes)),
                in.get(holds),
                in.get(scheduled),
                in.get(dunning),
                in.get(attributes),
                in.get(addOns),
                in.get(provisioning)));
    }
}
