package io.silverdata.contract.json;

import io.silverdata.contract.model.ContractEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events as an event log holds them: a type and JSON. For authors of storages; {@link ContractJson} is for everybody else. The
 * types are part of the format; they do not follow when a class is renamed, and what was once written stays readable.
 *
 * <p>Safe for use by any number of threads.
 */
public final class EventJson {
    private static final Map<String, Format<?>> BY_TYPE = new HashMap<>();
    private static final Map<Class<?>, Format<?>> BY_CLASS = new HashMap<>();

    static {
        add("ContractDrafted", ContractEvent.ContractDrafted.class, DraftEventJson.contractDrafted());
        add("FeasibilityAssessed", ContractEvent.FeasibilityAssessed.class, DraftEventJson.feasibilityAssessed());
        add("PortsReserved", ContractEvent.PortsReserved.class, DraftEventJson.portsReserved());
        add("ReservationRenewed", ContractEvent.ReservationRenewed.class, DraftEventJson.reservationRenewed());
        add("ReservationReleased", ContractEvent.ReservationReleased.class, DraftEventJson.reservationReleased());
        add("ReservationExpired", ContractEvent.ReservationExpired.class, DraftEventJson.reservationExpired());
        add("ContractActivated", ContractEvent.ContractActivated.class, LifeEventJson.contractActivated());
        add("ServiceConfirmed", ContractEvent.ServiceConfirmed.class, LifeEventJson.serviceConfirmed());
        add("HoldPlaced", ContractEvent.HoldPlaced.class, HoldEventJson.holdPlaced());
        add("EnforcementChanged", ContractEvent.EnforcementChanged.class, HoldEventJson.enforcementChanged());
        add("HoldLifted", ContractEvent.HoldLifted.class, HoldEventJson.holdLifted());
        add("HoldRecorded", ContractEvent.HoldRecorded.class, HoldEventJson.holdRecorded());
        add("ContractSuspended", ContractEvent.ContractSuspended.class, HoldEventJson.contractSuspended());
        add("ContractReconnected", ContractEvent.ContractReconnected.class, HoldEventJson.contractReconnected());
        add("ContractAdopted", ContractEvent.ContractAdopted.class, LifeEventJson.contractAdopted());
        add("PlanChanged", ContractEvent.PlanChanged.class, LifeEventJson.planChanged());
        add("Relocated", ContractEvent.Relocated.class, LifeEventJson.relocated());
        add("OwnershipTransferred", ContractEvent.OwnershipTransferred.class, LifeEventJson.ownershipTransferred());
        add("OutputCorrected", ContractEvent.OutputCorrected.class, LifeEventJson.outputCorrected());
        add("AddressCorrected", ContractEvent.AddressCorrected.class, LifeEventJson.addressCorrected());
        add("NumberCorrected", ContractEvent.NumberCorrected.class, LifeEventJson.numberCorrected());
        add("OnuSwapped", ContractEvent.OnuSwapped.class, LifeEventJson.onuSwapped());
        add("MovePrepared", ContractEvent.MovePrepared.class, NetworkEventJson.movePrepared());
        add("MoveWithdrawn", ContractEvent.MoveWithdrawn.class, NetworkEventJson.moveWithdrawn());
        add("PortsMoved", ContractEvent.PortsMoved.class, NetworkEventJson.portsMoved());
        add("LinesWrittenOff", ContractEvent.LinesWrittenOff.class, NetworkEventJson.linesWrittenOff());
        add("LoginRenamed", ContractEvent.LoginRenamed.class, LifeEventJson.loginRenamed());
        add("AccessSettingsChanged", ContractEvent.AccessSettingsChanged.class, AccessJson.accessSettingsChanged());
        add("AddOnAdded", ContractEvent.AddOnAdded.class, AddOnJson.addOnAdded());
        add("AddOnStarted", ContractEvent.AddOnStarted.class, AddOnJson.addOnStarted());
        add("AddOnEndChanged", ContractEvent.AddOnEndChanged.class, AddOnJson.addOnEndChanged());
        add("AddOnRemoved", ContractEvent.AddOnRemoved.class, AddOnJson.addOnRemoved());
        add("BillingDayChanged", ContractEvent.BillingDayChanged.class, LifeEventJson.billingDayChanged());
        add("TermAgreed", ContractEvent.TermAgreed.class, LifeEventJson.termAgreed());
        add("PriceAgreed", ContractEvent.PriceAgreed.class, PriceJson.priceAgreed());
        add("DiscountGranted", ContractEvent.DiscountGranted.class, PriceJson.discountGranted());
        add("DiscountEnded", ContractEvent.DiscountEnded.class, PriceJson.discountEnded());
        add("ChangeScheduled", ContractEvent.ChangeScheduled.class, HoldEventJson.changeScheduled());
        add("ChangeUnscheduled", ContractEvent.ChangeUnscheduled.class, HoldEventJson.changeUnscheduled());
        add("ChangeApplied", ContractEvent.ChangeApplied.class, HoldEventJson.changeApplied());
        add("ChangeRejected", ContractEvent.ChangeRejected.class, HoldEventJson.changeRejected());
        add("DunningStepTaken", ContractEvent.DunningStepTaken.class, HoldEventJson.dunningStepTaken());
        add("DunningClosed", ContractEvent.DunningClosed.class, HoldEventJson.dunningClosed());
        add("AttributesChanged", ContractEvent.AttributesChanged.class, HostEventJson.attributesChanged());
        add("PersonalDataErased", ContractEvent.PersonalDataErased.class, HostEventJson.personalDataErased());
        add("ContractCancelled", ContractEvent.ContractCancelled.class, LifeEventJson.contractCancelled());
        add(
                "ProvisioningConfirmed",
                ContractEvent.ProvisioningConfirmed.class,
                NetworkEventJson.provisioningConfirmed());
        add("PortsReleased", ContractEvent.PortsReleased.class, NetworkEventJson.portsReleased());
        add("ProvisioningFailed", ContractEvent.ProvisioningFailed.class, NetworkEventJson.provisioningFailed());
        add("ProvisioningRetried", ContractEvent.ProvisioningRetried.class, NetworkEventJson.provisioningRetried());
        add("DriftDetected", ContractEvent.DriftDetected.class, NetworkEventJson.driftDetected());
        add("DriftRepaired", ContractEvent.DriftRepaired.class, NetworkEventJson.driftRepaired());
    }

    private EventJson() {}

    /** How events of one type are written and read. */
    private record Format<E extends ContractEvent>(String type, Class<E> event, Json<E> json) {
        String write(ContractEvent value) {
            return JsonText.write(Form.STORED, json, event.cast(value));
        }

        ContractEvent read(String text) {
            return JsonText.read("an event of type " + type, json, text);
        }

        EventEnvelope<E> envelope() {
            return new EventEnvelope<>(type, event, json);
        }
    }

    /** The name that an event's kind has in the log, at most 32 characters. */
    public static String type(ContractEvent event) {
        return format(event).type;
    }

    /** The types of these kinds of event; of all kinds if there are none. */
    public static List<String> types(Set<Class<? extends ContractEvent>> kinds) {
        return BY_CLASS.entrySet().stream()
                .filter(format -> kinds.isEmpty() || kinds.contains(format.getKey()))
                .map(format -> format.getValue().type)
                .sorted()
                .toList();
    }

    /** What {@link #read} reads; every storage that keeps Unicode text without NUL can hold it. */
    public static String write(ContractEvent event) {
        return format(event).write(event);
    }

    /**
     * Reads what {@link #write} wrote, in this version or another.
     *
     * @param type what {@link #type} said of it
     * @throws InvalidJsonException if the type is unknown, or the text is none of that type
     */
    public static ContractEvent read(String type, String json) {
        return format(type).read(json);
    }

    /** How events of that kind are told to others. */
    static EventEnvelope<?> envelope(ContractEvent event) {
        return format(event).envelope();
    }

    /**
     * How events of that type are told to others.
     *
     * @throws InvalidJsonException if the type is unknown
     */
    static EventEnvelope<?> envelope(String type) {
        return format(type).envelope();
    }

    private static Format<?> format(String type) {
        return Optional.<Format<?>>ofNullable(BY_TYPE.get(type))
                .orElseThrow(() -> new InvalidJsonException("events of type " + type
                        + " are unknown to this version of the library: a newer one wrote them; update this one"));
    }

    private static Format<?> format(ContractEvent event) {
        return Optional.<Format<?>>ofNullable(BY_CLASS.get(event.getClass()))
                .orElseThrow(() -> new IllegalStateException("no format for " + event.getClass()));
    }

    private static <E extends ContractEvent> void add(String type, Class<E> event, Json<E> json) {
        Format<E> format = new Format<>(type, event, json);
        BY_TYPE.put(type, format);
        BY_CLASS.put(event, format);
    }
}
