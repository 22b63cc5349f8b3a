package io.silverdata.contract.query;

import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.SuspensionHold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One condition of a {@link ContractQuery}, which makes and checks it. For adapter authors: a storage answers each of them as
 * {@link #matches} does. A condition with several values fits if any of them does.
 */
public sealed interface Condition {

    /** Whether a contract, as it is stored, fits. */
    boolean matches(Contract contract);

    /** Calls the one case that fits; a new kind of condition breaks storages at compile time. */
    <R> R match(Cases<R> cases);

    /**
     * One case for each kind of condition.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(OneOf condition);

        R on(BeginsWith condition);

        R on(Between condition);

        R on(TermEnds condition);

        R on(Held condition);

        R on(Provisioned condition);

        R on(AddressContains condition);

        R on(Near condition);

        R on(Attributed condition);

        R on(NotErased condition);
    }

    /** What is compared as text. */
    enum Field {
        /** The holder. */
        CUSTOMER(contract -> Stream.of(contract.customer().value())),
        /** The status, by its name. */
        STATUS(contract -> Stream.of(contract.status().name())),
        /** The plan as agreed. */
        PLAN(contract -> Stream.of(contract.plan().id().value())),
        /** The number for people. */
        NUMBER(contract -> Stream.of(contract.number().value())),
        /** The ended contract that is won back. */
        PREDECESSOR(contract -> contract.predecessor().stream().map(Object::toString)),
        /** The OLT of the line. */
        OLT(lines(line -> line.ports().ponPort().olt())),
        /** The PON port of the line. */
        PON_PORT(lines(line -> line.ports().ponPort())),
        /** The splitter of the line. */
        SPLITTER(lines(line -> line.ports().splitterOutput().splitter())),
        /** The splitter output of the line. */
        SPLITTER_OUTPUT(lines(line -> line.ports().splitterOutput())),
        /** Each login in the sense of {@link Contract#heldUsers()}. */
        LOGIN(contract -> contract.heldUsers().stream().map(Object::toString)),
        /** Each ONU in the sense of {@link Contract#heldOnus()}. */
        ONU(contract -> contract.heldOnus().stream().map(Object::toString)),
        /** The kind of each command that waits for its time, by its name. */
        SCHEDULED(contract ->
                contract.scheduled().stream().map(change -> change.kind().name())),
        /** The code of each failure of a target. */
        FAILURE(contract -> Stream.of(NetworkTarget.values())
                .flatMap(target -> contract.provisioning().of(target).failure().stream())
                .map(failure -> failure.code()));

        private final Function<Contract, Stream<String>> values;

        Field(Function<Contract, Stream<String>> values) {
            this.values = values;
        }

        private static Function<Contract, Stream<String>> lines(Function<Line, Object> part) {
            return contract -> contract.line().stream().map(part).map(Object::toString);
        }
    }

    /** A time in the life of a contract. */
    enum Moment {
        /** When it was drafted. */
        DRAFTED(contract -> Optional.of(contract.draftedAt())),
        /** When it was activated. */
        ACTIVATED(Contract::activatedAt),
        /** When it ended. */
        CANCELLED(Contract::cancelledAt),
        /** When something is due next: {@link Contract#nextDueAt()}. */
        DUE(Contract::nextDueAt);

        private final Function<Contract, Optional<Instant>> time;

        Moment(Function<Contract, Optional<Instant>> time) {
            this.time = time;
        }
    }

    /**
     * The field is one of the values.
     *
     * @param field of what
     * @param values 1 or more, as the field's text
     */
    record OneOf(Field field, Set<String> values) implements Condition {
        public OneOf {
            Objects.requireNonNull(field, "field");
            values = Set.copyOf(values);
        }

        @Override
        public boolean matches(Contract contract) {
            return field.values.apply(contract).anyMatch(values::contains);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The field begins with one of the texts, each of whose characters means itself.
     *
     * @param field {@code NUMBER}, {@code LOGIN} or {@code ONU}
     * @param beginnings 1 or more
     */
    record BeginsWith(Field field, Set<String> beginnings) implements Condition {
        public BeginsWith {
            Objects.requireNonNull(field, "field");
            beginnings = Set.copyOf(beginnings);
        }

        @Override
        public boolean matches(Contract contract) {
            return field.values
                    .apply(contract)
                    .anyMatch(value -> beginnings.stream().anyMatch(value::startsWith));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The time is there, and in the range.
     *
     * @param moment which time
     * @param from inclusive
     * @param to exclusive
     */
    record Between(Moment moment, Instant from, Instant to) implements Condition {
        public Between {
            Objects.requireNonNull(moment, "moment");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public boolean matches(Contract contract) {
            return moment.time
                    .apply(contract)
                    .filter(at -> isBetween(from, at, to))
                    .isPresent();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * There is a minimum term, and the first day after it is in the range.
     *
     * @param from inclusive
     * @param to exclusive
     */
    record TermEnds(LocalDate from, LocalDate to) implements Condition {
        public TermEnds {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public boolean matches(Contract contract) {
            return contract.termEndsOn()
                    .filter(day -> !day.isBefore(from) && day.isBefore(to))
                    .isPresent();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * One hold fits all of these.
     *
     * @param reasons its reason's code is one of these; empty for any
     * @param enforcements its enforcement is one of these; empty for any
     * @param from it counts since then or later
     * @param to it counts since before then
     */
    record Held(Set<String> reasons, Set<Enforcement> enforcements, Instant from, Instant to) implements Condition {
        public Held {
            reasons = Set.copyOf(reasons);
            enforcements = Set.copyOf(enforcements);
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public boolean matches(Contract contract) {
            return contract.holds().stream().anyMatch(this::fits);
        }

        private boolean fits(SuspensionHold hold) {
            return (reasons.isEmpty() || reasons.contains(hold.reason().code()))
                    && (enforcements.isEmpty() || enforcements.contains(hold.enforcement()))
                    && isBetween(from, hold.placedAt(), to);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * How far the network is.
     *
     * @param states one of these, 1 or more
     * @param target of this target; of both in one word if empty
     */
    record Provisioned(Set<ProvisioningState.Summary> states, Optional<NetworkTarget> target) implements Condition {
        public Provisioned {
            states = Set.copyOf(states);
            Objects.requireNonNull(target, "target");
        }

        @Override
        public boolean matches(Contract contract) {
            ProvisioningState provisioning = contract.provisioning();
            return includes(provisioning.access().summary(), provisioning.line().summary());
        }

        /** Whether these states of the two targets fit. */
        public boolean includes(ProvisioningState.Summary access, ProvisioningState.Summary line) {
            return states.contains(target.map(one -> switch (one) {
                        case ACCESS -> access;
                        case LINE -> line;
                    })
                    .orElse(access.and(line)));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The address, folded, contains one of the texts, each of whose characters means itself.
     *
     * @param texts 1 or more, of three characters or more, folded as {@link FoldedText} does
     */
    record AddressContains(Set<String> texts) implements Condition {
        public AddressContains {
            texts = Set.copyOf(texts);
        }

        @Override
        public boolean matches(Contract contract) {
            String address = FoldedText.of(contract.address().text());
            return texts.stream().anyMatch(address::contains);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The address is in a circle.
     *
     * @param circle in which
     */
    record Near(Circle circle) implements Condition {
        public Near {
            Objects.requireNonNull(circle, "circle");
        }

        @Override
        public boolean matches(Contract contract) {
            return circle.contains(contract.address().position());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * There is an attribute under the key, with one of the texts.
     *
     * @param key under which
     * @param texts each of whose characters means itself; empty for any text
     */
    record Attributed(AttributeKey key, Set<String> texts) implements Condition {
        public Attributed {
            Objects.requireNonNull(key, "key");
            texts = Set.copyOf(texts);
        }

        @Override
        public boolean matches(Contract contract) {
            return contract.attribute(key)
                    .filter(text -> texts.isEmpty() || texts.contains(text))
                    .isPresent();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** What it says about a person was not erased yet. */
    record NotErased() implements Condition {
        @Override
        public boolean matches(Contract contract) {
            return contract.erasedAt().isEmpty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    private static boolean isBetween(Instant from, Instant at, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
