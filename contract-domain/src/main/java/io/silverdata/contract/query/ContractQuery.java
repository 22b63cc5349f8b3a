package io.silverdata.contract.query;

import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.TimeRange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which contracts are asked for, and in which order: those that fit every condition, as they are stored. Time that has passed since the
 * last command changes nothing in what is stored until {@link io.silverdata.contract.worker.ContractWorker} applies what is due.
 *
 * <pre>{@code
 * ContractQuery.builder().olt(olt).status(Status.ACTIVE, Status.SUSPENDED).orderBy(ContractOrder.NUMBER).build()
 * }</pre>
 *
 * <p>What each condition costs, and which index is behind it: {@code docs/queries.md}. Immutable.
 *
 * @param conditions all of which a contract has to fit
 * @param order of the answer
 */
public record ContractQuery(List<Condition> conditions, ContractOrder order) {
    private static final ContractQuery ALL = builder().build();

    public ContractQuery {
        conditions = List.copyOf(conditions);
        Objects.requireNonNull(order, "order");
    }

    /** Every contract, drafts and ended ones too, by identity. */
    public static ContractQuery all() {
        return ALL;
    }

    /** A query to be described. */
    public static Builder builder() {
        return new Builder(List.of(), ContractOrder.IDENTITY);
    }

    /** A query that begins as this one. */
    public Builder toBuilder() {
        return new Builder(conditions, order);
    }

    /** Those that fit this query and the other, in the order of this one. */
    public ContractQuery and(ContractQuery other) {
        return new ContractQuery(
                Stream.concat(conditions.stream(), other.conditions.stream())
                        .distinct()
                        .toList(),
                order);
    }

    /** Whether a contract fits, by its facts alone. */
    public boolean matches(Contract contract) {
        return conditions.stream().allMatch(condition -> condition.matches(contract));
    }

    /**
     * A query in the making. Each call adds a condition, and all have to fit; a call with several values fits if any of them does.
     * Every value is checked where it is given: the methods throw {@link InvalidQueryException}, which names field, value and what is
     * allowed. At most 1,000 values for each condition. Times and days are from the first, inclusive, to the second, exclusive. For use
     * by one thread.
     */
    public static final class Builder {
        private static final Pattern NUMBER_BEGINNING = Pattern.compile("[A-Z0-9][A-Z0-9./-]{0,31}");
        private static final Pattern LOGIN_BEGINNING = Pattern.compile("[\\p{L}0-9@._:/-][\\p{L}0-9@._:/ -]{0,63}");
        private static final Pattern ONU_BEGINNING =
                Pattern.compile("[A-Z0-9]{1,4}|[A-Z0-9]{4}[0-9A-F]{1,8}|[0-9A-F]{1,16}");
        private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
        private static final Pattern SEARCHED = Pattern.compile(".{3,256}", Pattern.DOTALL);
        private static final Set<CommandKind> SCHEDULABLE = EnumSet.of(
                CommandKind.ACTIVATE,
                CommandKind.SUSPEND,
                CommandKind.CHANGE_PLAN,
                CommandKind.AGREE_PRICE,
                CommandKind.TRANSFER_OWNERSHIP,
                CommandKind.CANCEL);
        private static final int VENDOR_HEXADECIMAL = 8;

        private final List<Condition> conditions;
        private ContractOrder order;

        private Builder(List<Condition> conditions, ContractOrder order) {
            this.conditions = new ArrayList<>(conditions);
            this.order = order;
        }

        /** Whose holder is one of these. */
        public Builder customer(CustomerId... customers) {
            return oneOf(Condition.Field.CUSTOMER, "customer", customers);
        }

        /** Which have one of these statuses. */
        public Builder status(Status... statuses) {
            return add(new Condition.OneOf(
                    Condition.Field.STATUS, Values.texts("status", Arrays.asList(statuses), Status::name)));
        }

        /** Which have one of these plans, in whatever version. */
        public Builder plan(PlanId... plans) {
            return oneOf(Condition.Field.PLAN, "plan", plans);
        }

        /** Whose line is on one of these OLTs. A draft has no line; what it has reserved is the plant's to say. */
        public Builder olt(OltId... olts) {
            return oneOf(Condition.Field.OLT, "olt", olts);
        }

        /** Whose line is on one of these PON ports. */
        public Builder ponPort(PonPortId... ports) {
            return oneOf(Condition.Field.PON_PORT, "ponPort", ports);
        }

        /** Whose line is on one of these splitters. */
        public Builder splitter(SplitterId... splitters) {
            return oneOf(Condition.Field.SPLITTER, "splitter", splitters);
        }

        /** Whose line is on one of these splitter outputs. */
        public Builder splitterOutput(SplitterOutputId... outputs) {
            return oneOf(Condition.Field.SPLITTER_OUTPUT, "splitterOutput", outputs);
        }

        /** Which are held for one of these reasons; the code tells reasons apart. */
        public Builder heldFor(SuspensionReason... reasons) {
            return held(
                    Values.several("reason", Arrays.asList(reasons)), Set.of(), TimeRange.EARLIEST, TimeRange.LATEST);
        }

        /** Which have a hold of one of these enforcements. */
        public Builder heldBy(Enforcement... enforcements) {
            return held(
                    Set.of(),
                    Values.several("enforcement", Arrays.asList(enforcements)),
                    TimeRange.EARLIEST,
                    TimeRange.LATEST);
        }

        /**
         * Which have one hold that fits all of this.
         *
         * @param reasons one of these; empty for any
         * @param enforcements one of these; empty for any
         * @param from since then or later
         * @param to since before then
         */
        public Builder held(Set<SuspensionReason> reasons, Set<Enforcement> enforcements, Instant from, Instant to) {
            Values.times("heldFrom", from, "heldTo", to);
            return add(new Condition.Held(
                    reasons.isEmpty() ? Set.of() : Values.texts("reason", List.copyOf(reasons), SuspensionReason::code),
                    enforcements,
                    from,
                    to));
        }

        /** Whose two targets are, in one word, in one of these states. */
        public Builder provisioning(ProvisioningState.Summary... states) {
            return add(
                    new Condition.Provisioned(Values.several("provisioning", Arrays.asList(states)), Optional.empty()));
        }

        /** Whose target is in one of these states. */
        public Builder provisioning(NetworkTarget target, ProvisioningState.Summary... states) {
            return add(new Condition.Provisioned(
                    Values.several("provisioning", Arrays.asList(states)), Optional.of(target)));
        }

        /**
         * Of which a target was given up on for one of these reasons.
         *
         * @param codes of {@link io.silverdata.contract.model.ProvisioningFailure#code()}
         */
        public Builder failure(String... codes) {
            return add(new Condition.OneOf(
                    Condition.Field.FAILURE,
                    Values.matching(
                            "failure",
                            CODE,
                            "1 to 64 characters of A-Z, 0-9 and underscore, beginning with a letter",
                            Arrays.asList(codes))));
        }

        /** Which have one of these numbers. */
        public Builder number(ContractNumber... numbers) {
            return oneOf(Condition.Field.NUMBER, "number", numbers);
        }

        /** Whose number begins with one of these texts, in any case. */
        public Builder numberBeginning(String... beginnings) {
            return add(new Condition.BeginsWith(
                    Condition.Field.NUMBER,
                    Values.matching(
                            "numberBeginning",
                            NUMBER_BEGINNING,
                            "1 to 32 characters of A-Z, 0-9, dot, slash and hyphen, beginning with a letter or digit",
                            upper(beginnings))));
        }

        /** Which hold one of these logins in the sense of {@link Contract#heldUsers()}. */
        public Builder login(RadiusUser... logins) {
            return oneOf(Condition.Field.LOGIN, "login", logins);
        }

        /** Which hold a login that begins with one of these texts. */
        public Builder loginBeginning(String... beginnings) {
            return add(new Condition.BeginsWith(
                    Condition.Field.LOGIN,
                    Values.matching(
                            "loginBeginning",
                            LOGIN_BEGINNING,
                            "1 to 64 characters: letters, digits, @._:/- and spaces, not beginning with a space",
                            Arrays.asList(beginnings))));
        }

        /** Which hold one of these ONUs in the sense of {@link Contract#heldOnus()}. */
        public Builder onu(OnuSerial... onus) {
            return oneOf(Condition.Field.ONU, "onu", onus);
        }

        /** Which hold an ONU whose serial begins with one of these texts, in either spelling, in any case. */
        public Builder onuBeginning(String... beginnings) {
            Set<String> spellings = Values.matching(
                    "onuBeginning",
                    ONU_BEGINNING,
                    "1 to 12 characters of a serial as HWTC12345678, or 1 to 16 as 4857544312345678",
                    upper(beginnings));
            return add(new Condition.BeginsWith(
                    Condition.Field.ONU,
                    Values.several(
                            "onuBeginning",
                            spellings.stream()
                                    .flatMap(text -> Stream.concat(Stream.of(text), label(text).stream()))
                                    .toList())));
        }

        /**
         * Whose address contains one of these texts, whatever the case, accents and number of spaces. Every character means itself.
         *
         * @param texts 3 to 256 characters each, once folded as by {@link FoldedText}
         */
        public Builder addressContaining(String... texts) {
            return add(new Condition.AddressContains(Values.matching(
                    "addressContaining",
                    SEARCHED,
                    "3 to 256 characters without case, accents, and spaces at the ends",
                    Stream.of(texts).map(FoldedText::of).toList())));
        }

        /**
         * Whose address is not farther from a position.
         *
         * @param radius 1 m to 10 km, within 1 %
         */
        public Builder near(GeoPosition position, Distance radius) {
            return add(new Condition.Near(new Circle(position, radius)));
        }

        /** Which were drafted in this time. */
        public Builder drafted(Instant from, Instant to) {
            return between(Condition.Moment.DRAFTED, "draftedFrom", from, "draftedTo", to);
        }

        /** Which were activated in this time. */
        public Builder activated(Instant from, Instant to) {
            return between(Condition.Moment.ACTIVATED, "activatedFrom", from, "activatedTo", to);
        }

        /** Which ended in this time. */
        public Builder cancelled(Instant from, Instant to) {
            return between(Condition.Moment.CANCELLED, "cancelledFrom", from, "cancelledTo", to);
        }

        /** For which something is due in this time, and nothing before: {@link Contract#nextDueAt()}. */
        public Builder due(Instant from, Instant to) {
            return between(Condition.Moment.DUE, "dueFrom", from, "dueTo", to);
        }

        /** For which a command of one of these kinds waits for its time. */
        public Builder scheduled(CommandKind... kinds) {
            for (CommandKind kind : kinds) {
                if (!SCHEDULABLE.contains(kind)) {
                    throw new InvalidQueryException("scheduled", kind.name(), "one of " + SCHEDULABLE);
                }
            }
            return add(new Condition.OneOf(
                    Condition.Field.SCHEDULED, Values.texts("scheduled", Arrays.asList(kinds), CommandKind::name)));
        }

        /** Whose minimum term, as extended so far, ends in these days: the first day after it is among them. */
        public Builder termEnding(LocalDate from, LocalDate to) {
            Values.days("termFrom", from, "termTo", to);
            return add(new Condition.TermEnds(from, to));
        }

        /** Which win back one of these contracts. */
        public Builder predecessor(ContractId... contracts) {
            return oneOf(Condition.Field.PREDECESSOR, "predecessor", contracts);
        }

        /** Which have an attribute under this key, with one of these texts. Case, accents and spaces count. */
        public Builder attribute(AttributeKey key, String... texts) {
            return add(new Condition.Attributed(
                    key,
                    Values.texts(
                            "attribute",
                            Arrays.asList(texts),
                            text -> Attribute.parse(key.value(), text)
                                    .getOrElseThrow(bad -> new InvalidQueryException("attribute", text, bad.allowed()))
                                    .text())));
        }

        /** Which have an attribute under this key. */
        public Builder hasAttribute(AttributeKey key) {
            return add(new Condition.Attributed(key, Set.of()));
        }

        /** Of which what they say about a person was not erased: {@link Contract#erasedAt()}. */
        public Builder notErased() {
            return add(new Condition.NotErased());
        }

        /** In which order; {@link ContractOrder#IDENTITY} if nothing is said. */
        public Builder orderBy(ContractOrder wanted) {
            order = Objects.requireNonNull(wanted, "order");
            return this;
        }

        /** The query. By {@link ContractOrder#EARLIEST_DUE} it has the condition that something is due at some time. */
        public ContractQuery build() {
            ContractQuery query = new ContractQuery(conditions, order);
            return order == ContractOrder.EARLIEST_DUE
                    ? query.and(new ContractQuery(
                            List.of(new Condition.Between(
                                    Condition.Moment.DUE, TimeRange.EARLIEST, TimeRange.LATEST.plusNanos(1_000))),
                            order))
                    : query;
        }

        private <T> Builder oneOf(Condition.Field field, String name, T[] values) {
            return add(new Condition.OneOf(field, Values.texts(name, Arrays.asList(values), Object::toString)));
        }

        private Builder between(Condition.Moment moment, String fromField, Instant from, String toField, Instant to) {
            Values.times(fromField, from, toField, to);
            return add(new Condition.Between(moment, from, to));
        }

        private Builder add(Condition condition) {
            conditions.add(condition);
            return this;
        }

        private static List<String> upper(String... texts) {
            return Stream.of(texts).map(text -> text.toUpperCase(Locale.ROOT)).toList();
        }

        /** The label's spelling of a beginning in the hexadecimal one, if the vendor is in it. */
        private static Optional<String> label(String text) {
            if (text.length() < VENDOR_HEXADECIMAL || !text.chars().allMatch(HexFormat::isHexDigit)) {
                return Optional.empty();
            }
            String vendor =
                    new String(HexFormat.of().parseHex(text, 0, VENDOR_HEXADECIMAL), StandardCharsets.ISO_8859_1);
            return Optional.of(vendor + text.substring(VENDOR_HEXADECIMAL))
                    .filter(label -> ONU_BEGINNING.matcher(label).matches());
        }
    }
}
