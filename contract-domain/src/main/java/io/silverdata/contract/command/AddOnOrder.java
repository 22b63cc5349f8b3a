package io.silverdata.contract.command;

import io.silverdata.contract.model.AddOn;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Which add-on a contract is to have, and when. Immutable. Days are those of the operator's zone.
 *
 * @param addOn as it is agreed
 * @param startsOn the first day on which the holder has it; from the time from which the command counts if empty
 * @param endsOn the first day on which the holder has it no more; for good if empty
 */
public record AddOnOrder(AddOn addOn, Optional<LocalDate> startsOn, Optional<LocalDate> endsOn) {

    public AddOnOrder {
        Objects.requireNonNull(addOn, "addOn");
        Objects.requireNonNull(startsOn, "startsOn");
        Objects.requireNonNull(endsOn, "endsOn");
    }

    /** From now on and for good. */
    public static AddOnOrder of(AddOn addOn) {
        return new AddOnOrder(addOn, Optional.empty(), Optional.empty());
    }

    /** The same from a day on. */
    public AddOnOrder from(LocalDate day) {
        return new AddOnOrder(addOn, Optional.of(day), endsOn);
    }

    /** The same up to a day, on which the holder has it no more. */
    public AddOnOrder until(LocalDate day) {
        return new AddOnOrder(addOn, startsOn, Optional.of(day));
    }
}
