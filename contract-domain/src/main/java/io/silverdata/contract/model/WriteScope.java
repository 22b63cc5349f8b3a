package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.util.Objects;

/** Of what {@link Coexistence} says whether it is written to. */
public sealed interface WriteScope {

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /**
     * One case for each kind.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(Everything scope);

        R on(Radius scope);

        R on(Olt scope);

        R on(OfContract scope);
    }

    /** Everything of which nothing else is said. */
    record Everything() implements WriteScope {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String toString() {
            return "everything";
        }
    }

    /** RADIUS: the rows of logins, and their sessions at every NAS. */
    record Radius() implements WriteScope {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String toString() {
            return "radius";
        }
    }

    /**
     * An OLT.
     *
     * @param olt which; it need not be in the plant
     */
    record Olt(OltId olt) implements WriteScope {
        public Olt {
            Objects.requireNonNull(olt, "olt");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String toString() {
            return "olt:" + olt;
        }
    }

    /**
     * A contract, wherever it is on the network.
     *
     * @param contract which; it need not exist
     */
    record OfContract(ContractId contract) implements WriteScope {
        public OfContract {
            Objects.requireNonNull(contract, "contract");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String toString() {
            return "contract:" + contract;
        }
    }

    /**
     * Reads what {@code toString} gives: {@code everything}, {@code radius}, {@code olt:NAME} or {@code contract:ID}.
     *
     * @return the scope, or what is wrong with the text
     */
    static Either<Rejection.InvalidValue, WriteScope> parse(String text) {
        if (text.equals("everything")) {
            return Either.right(new Everything());
        }
        if (text.equals("radius")) {
            return Either.right(new Radius());
        }
        if (text.startsWith("olt:")) {
            return OltId.parse(text.substring("olt:".length())).map(Olt::new);
        }
        if (text.startsWith("contract:")) {
            return ContractId.parse(text.substring("contract:".length())).map(OfContract::new);
        }
        return Either.left(new Rejection.InvalidValue("scope", text, "everything, radius, olt:NAME or contract:ID"));
    }
}
