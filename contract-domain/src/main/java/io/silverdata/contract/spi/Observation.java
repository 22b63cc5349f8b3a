package io.silverdata.contract.spi;

import io.silverdata.contract.model.Drift;
import java.util.Objects;

/** What a device was seen to do, compared with what it should do. */
public sealed interface Observation {

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /**
     * One case for each kind.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(InSync observation);

        R on(Drifted observation);

        R on(Unreadable observation);
    }

    /** It does what it should. */
    record InSync() implements Observation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * It does something else.
     *
     * @param drift how it differs
     */
    record Drifted(Drift drift) implements Observation {
        public Drifted {
            Objects.requireNonNull(drift, "drift");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * It cannot be seen. Never to be read as absent.
     *
     * @param detail why
     */
    record Unreadable(String detail) implements Observation {
        public Unreadable {
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
