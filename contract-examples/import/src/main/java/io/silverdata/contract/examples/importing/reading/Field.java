package io.silverdata.contract.examples.importing.reading;

import java.util.Arrays;
import java.util.Optional;

/** What the rows of an export may say. {@code docs/moving-in.md} explains each. */
public enum Field {
    KEY("key"),
    NUMBER("number"),
    CUSTOMER("customer"),
    PLAN("plan"),
    PRICE("price"),
    CURRENCY("currency"),
    CYCLE("cycle"),
    ADDRESS("address"),
    LATITUDE("latitude"),
    LONGITUDE("longitude"),
    BILLING_DAY("billingDay"),
    DRAFTED("drafted"),
    ACTIVATED("activated"),
    IN_SERVICE("inService"),
    BILLED_FROM("billedFrom"),
    COUNTED_FROM("countedFrom"),
    TERM_ENDS("termEnds"),
    STATUS("status"),
    REASON("reason"),
    SUSPENDED_SINCE("suspendedSince"),
    SUSPENDED_UNTIL("suspendedUntil"),
    ONU("onu"),
    LOGIN("login"),
    FIXED_ADDRESS("fixedAddress"),
    LINK_PREFIX("linkPrefix"),
    DELEGATED_PREFIX("delegatedPrefix"),
    OUTPUT("output"),
    PON_PORT("ponPort");

    private final String label;

    Field(String label) {
        this.label = label;
    }

    /** Its name in mapping files. */
    public String label() {
        return label;
    }

    static Optional<Field> of(String label) {
        return Arrays.stream(values())
                .filter(field -> field.label.equals(label))
                .findFirst();
    }
}
