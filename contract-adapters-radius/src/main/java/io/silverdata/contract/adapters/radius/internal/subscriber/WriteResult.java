package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.List;
import java.util.Optional;

/** The result of writing the rows of one order. */
public sealed interface WriteResult {

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /** One case for each. */
    interface Cases<R> {
        R on(Written result);

        R on(Removed result);

        R on(NotWritten result);
    }

    /**
     * The rows say what the service says.
     *
     * @param tag of the rows as they are now
     * @param changed whether anything was written
     * @param reply what the Access-Accept says now
     * @param settings what a session is told, beside the rates, where the contract's own settings changed
     */
    record Written(ClassTag tag, boolean changed, List<Row> reply, List<RadiusAttribute> settings)
            implements WriteResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The login has no row of this library.
     *
     * @param changed whether anything was removed
     * @param isTakenOver whether a login that the database takes for the same has its place, with its sessions
     * @param left why somebody is let in all the same, if that is so
     */
    record Removed(boolean changed, boolean isTakenOver, Optional<DeviceOutcome.Refused> left) implements WriteResult {
        static final Removed NOTHING = new Removed(false, false, Optional.empty());
        static final Removed TAKEN_OVER = new Removed(false, true, Optional.empty());

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Nothing was written, or it is not known whether anything was.
     *
     * @param outcome of the order
     */
    record NotWritten(DeviceOutcome outcome) implements WriteResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
