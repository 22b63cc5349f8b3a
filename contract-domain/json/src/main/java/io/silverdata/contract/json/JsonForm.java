package io.silverdata.contract.json;

import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.query.ContractSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type of which each value is a JSON object, as {@link ContractJson} writes it. For authors of bindings to JSON libraries.
 *
 * <p>Safe for use by any number of threads.
 *
 * @param <T> the type; its subtypes are written in the same way
 */
public final class JsonForm<T> {
    private static final List<JsonForm<?>> ALL = List.of(
            new JsonForm<>(Contract.class, ContractJson::write, ContractJson::readContract),
            new JsonForm<>(ContractSummary.class, ContractJson::write, ContractJson::readSummary),
            new JsonForm<>(RecordedEvent.class, ContractJson::write, ContractJson::readRecordedEvent),
            new JsonForm<>(ContractEvent.class, ContractJson::write, ContractJson::readEvent),
            new JsonForm<>(Rejection.class, ContractJson::write),
            of(AddOn.class, "an add-on", AddOnJson.ADD_ON),
            of(AgreedAddOn.class, "an add-on of a contract", AddOnJson.AGREED),
            of(Assessment.class, "an assessment", PlantJson.ASSESSMENT),
            of(Line.class, "a line", PlantJson.LINE),
            of(PlanSnapshot.class, "a plan", TermsJson.PLAN),
            of(ProvisioningState.class, "a state of provisioning", TermsJson.PROVISIONING),
            of(Reservation.class, "a reservation", PlantJson.RESERVATION),
            of(ScheduledChange.class, "a scheduled change", ScheduleJson.CHANGE),
            of(ServiceAddress.class, "an address", TermsJson.ADDRESS),
            of(SuspensionHold.class, "a hold", TermsJson.HOLD));

    private final Class<T> type;
    private final Function<T, String> writing;
    private final Optional<Function<String, T>> reading;

    private JsonForm(Class<T> type, Function<T, String> writing) {
        this(type, writing, Optional.empty());
    }

    private JsonForm(Class<T> type, Function<T, String> writing, Function<String, T> reading) {
        this(type, writing, Optional.of(reading));
    }

    private JsonForm(Class<T> type, Function<T, String> writing, Optional<Function<String, T>> reading) {
        this.type = type;
        this.writing = writing;
        this.reading = reading;
    }

    private static <T> JsonForm<T> of(Class<T> type, String what, Json<T> json) {
        return new JsonForm<>(
                type, value -> JsonText.write(Form.SHOWN, json, value), text -> JsonText.read(what, json, text));
    }

    /** Every type that has one. */
    public static List<JsonForm<?>> all() {
        return ALL;
    }

    /** The type. */
    public Class<T> type() {
        return type;
    }

    /** A JSON object. */
    public String write(T value) {
        return writing.apply(value);
    }

    /**
     * Reads what {@link #write} wrote, in this version or another; throws {@link InvalidJsonException} if it is no such text. Empty for a
     * rejection, which is told and never read.
     */
    public Optional<Function<String, T>> reader() {
        return reading;
    }
}
