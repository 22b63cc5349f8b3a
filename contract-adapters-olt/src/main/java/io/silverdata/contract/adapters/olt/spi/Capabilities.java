package io.silverdata.contract.adapters.olt.spi;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What a driver can do, operation by operation. Immutable. */
public final class Capabilities {
    private static final Capability NOT_OFFERED = Capability.unsupported("not offered by this driver");

    private final Map<Operation, Capability> byOperation;

    private Capabilities(Map<Operation, Capability> byOperation) {
        this.byOperation = byOperation;
    }

    /** These capabilities; every other operation is unsupported. */
    public static Capabilities of(Map<Operation, Capability> told) {
        Map<Operation, Capability> all = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            all.put(operation, told.getOrDefault(operation, NOT_OFFERED));
        }
        return new Capabilities(all);
    }

    /** No capability at all, to be completed by {@link #with}. */
    public static Capabilities none() {
        return of(Map.of());
    }

    /** The same, and another capability for these operations. */
    public Capabilities with(Capability capability, Operation... operations) {
        Map<Operation, Capability> all = new EnumMap<>(byOperation);
        for (Operation operation : operations) {
            all.put(operation, capability);
        }
        return new Capabilities(all);
    }

    /** Whether something can be done. */
    public Capability of(Operation operation) {
        return byOperation.getOrDefault(operation, NOT_OFFERED);
    }

    /** Every operation with its capability; cannot be changed. */
    public Map<Operation, Capability> all() {
        return Collections.unmodifiableMap(byOperation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Capabilities that && byOperation.equals(that.byOperation);
    }

    @Override
    public int hashCode() {
        return byOperation.hashCode();
    }

    @Override
    public String toString() {
        return byOperation.toString();
    }
}
