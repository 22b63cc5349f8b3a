package io.silverdata.contract.runs;

import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.RadiusUser;
import java.util.Objects;

/** Something on the network that no contract asks for. Only {@link ContractRuns#removeExtra} and {@link ContractRuns#removeExtras} remove it. */
public sealed interface Extra {

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /**
     * One case for each kind.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(Login extra);

        R on(Onu extra);
    }

    /**
     * A login that RADIUS knows.
     *
     * @param user which
     */
    record Login(RadiusUser user) implements Extra {
        public Login {
            Objects.requireNonNull(user, "user");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * An ONU that an OLT serves.
     *
     * @param registration which, and where
     */
    record Onu(OnuRegistration registration) implements Extra {
        public Onu {
            Objects.requireNonNull(registration, "registration");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
