package io.silverdata.contract.examples.importing.reading;

import io.silverdata.contract.command.AdoptedHold;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.runs.KeyedAdoption;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a row. All cells are looked at, so that a row is corrected once. */
final class RowReader {
    private static final String ACTIVE = "ACTIVE";
    private static final String SUSPENDED = "SUSPENDED";
    private static final String LEAVE_OUT = "LEAVE_OUT";

    private final Cells cells;
    private final List<Finding> findings = new ArrayList<>();

    private RowReader(Cells cells) {
        this.cells = cells;
    }

    static RowReading read(Cells cells) {
        return new RowReader(cells).read();
    }

    private RowReading read() {
        if (cells.text(Field.STATUS).equals(LEAVE_OUT)) {
            return new RowReading(cells, true, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<PlanSnapshot.Price> price = price();
        Optional<PonPortId> ponPort = ifAny(Field.PON_PORT, PonPortId::parse);
        Optional<IdempotencyKey> key =
                required(Field.KEY, text -> IdempotencyKey.parse(cells.mapping().system() + "/" + text));
        Optional<Adoption> adoption = adoption(price);
        return new RowReading(
                cells,
                false,
                findings,
                price,
                ponPort,
                findings.isEmpty()
                        ? key.flatMap(known -> adoption.map(contract -> new KeyedAdoption(known, contract)))
                        : Optional.empty());
    }

    private Optional<Adoption> adoption(Optional<PlanSnapshot.Price> price) {
        Optional<NewContract> terms = terms();
        Optional<Instant> activated = required(Field.ACTIVATED, this::time);
        Optional<Instant> drafted = ifAny(Field.DRAFTED, this::time);
        Optional<Instant> inService = ifAny(Field.IN_SERVICE, this::time);
        Optional<LocalDate> billedFrom = required(Field.BILLED_FROM, this::day);
        Optional<LocalDate> countedFrom = ifAny(Field.COUNTED_FROM, this::day);
        Optional<LocalDate> termEnds = ifAny(Field.TERM_ENDS, this::day);
        Optional<OnuSerial> onu = required(Field.ONU, OnuSerial::parse);
        Optional<RadiusUser> login = required(Field.LOGIN, RadiusUser::parse);
        Optional<AccessSettings> settings = settings();
        Optional<SplitterOutputId> output = ifAny(Field.OUTPUT, SplitterOutputId::parse);
        Optional<AdoptedHold> hold = hold();
        if (terms.isEmpty() || activated.isEmpty() || billedFrom.isEmpty() || onu.isEmpty() || login.isEmpty()) {
            return Optional.empty();
        }
        Instant began = activated.get();
        return Optional.of(new Adoption(
                terms.get(),
                price,
                new Adoption.Dates(drafted.orElse(began), began, inService.orElse(began)),
                new Adoption.Billing(billedFrom.get(), countedFrom),
                onu.get(),
                login.get(),
                output,
                termEnds,
                hold.stream().toList(),
                settings));
    }

    /** Empty if the row has none, so that it is the same adoption as before there were such columns. */
    private Optional<AccessSettings> settings() {
        Optional<IpAddress> address = ifAny(Field.FIXED_ADDRESS, RowReader::ipv4);
        Optional<IpPrefix> prefix = ifAny(Field.LINK_PREFIX, RowReader::ipv6);
        Optional<IpPrefix> delegated = ifAny(Field.DELEGATED_PREFIX, RowReader::ipv6);
        return Optional.of(new AccessSettings(address, prefix, delegated, List.of(), List.of()))
                .filter(settings -> !settings.isEmpty());
    }

    private static Either<InvalidValue, IpAddress> ipv4(String text) {
        return IpAddress.parse(text)
                .flatMap(address -> address.isIpv4()
                        ? Either.right(address)
                        : Either.left(new InvalidValue("fixedAddress", text, "an IPv4 address")));
    }

    private static Either<InvalidValue, IpPrefix> ipv6(String text) {
        return IpPrefix.parse(text)
                .flatMap(prefix -> prefix.isIpv4()
                        ? Either.left(new InvalidValue("prefix", text, "an IPv6 network"))
                        : Either.right(prefix));
    }

    private Optional<NewContract> terms() {
        Optional<CustomerId> customer = required(Field.CUSTOMER, CustomerId::parse);
        Optional<PlanId> plan = plan();
        Optional<ServiceAddress> address = address();
        Optional<ContractNumber> number = ifAny(Field.NUMBER, ContractNumber::parse);
        Optional<Integer> billingDay = ifAny(Field.BILLING_DAY, RowReader::billingDay);
        if (customer.isEmpty() || plan.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        NewContract terms =
                NewContract.of(customer.get(), plan.get(), address.get()).billedOn(billingDay.orElse(1));
        return Optional.of(number.map(terms::numbered).orElse(terms));
    }

    /** A name of the other system that the mapping does not translate is an unknown plan, however it is written. */
    private Optional<PlanId> plan() {
        String text = cells.text(Field.PLAN);
        Either<InvalidValue, PlanId> plan = PlanId.parse(text);
        if (plan.isLeft()) {
            findings.add(cells.finding(
                    Kind.PLAN_UNKNOWN,
                    Field.PLAN,
                    text.isEmpty() ? "a plan must be named" : "neither mapping nor plans have it"));
        }
        return plan.toJavaOptional();
    }

    private Optional<ServiceAddress> address() {
        String text = cells.text(Field.ADDRESS);
        Optional<GeoPosition> position = position();
        if (text.isEmpty()) {
            findings.add(cells.finding(Kind.ADDRESS_MISSING, Field.ADDRESS, "an address must be given"));
            return Optional.empty();
        }
        try {
            return position.map(known -> new ServiceAddress(text, known));
        } catch (IllegalArgumentException wrong) {
            findings.add(cells.finding(Kind.UNREADABLE, Field.ADDRESS, String.valueOf(wrong.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<GeoPosition> position() {
        String latitude = cells.text(Field.LATITUDE);
        String longitude = cells.text(Field.LONGITUDE);
        if (latitude.isEmpty() || longitude.isEmpty()) {
            findings.add(cells.finding(
                    Kind.ADDRESS_MISSING,
                    latitude.isEmpty() ? Field.LATITUDE : Field.LONGITUDE,
                    "the position of the address must be given"));
            return Optional.empty();
        }
        Either<InvalidValue, GeoPosition> position = GeoPosition.parse(
                cells.mapping().number(latitude), cells.mapping().number(longitude));
        position.peekLeft(wrong ->
                unreadable(wrong.field().equals(Field.LATITUDE.label()) ? Field.LATITUDE : Field.LONGITUDE, wrong));
        return position.toJavaOptional();
    }

    /** The catalogue's if the row has none. */
    private Optional<PlanSnapshot.Price> price() {
        Optional<Money> amount =
                ifAny(Field.PRICE, text -> Money.parse(cells.mapping().number(text), cells.text(Field.CURRENCY)));
        Optional<BillingCycle> cycle = ifAny(Field.CYCLE, RowReader::cycle);
        return amount.map(money -> new PlanSnapshot.Price(money, cycle.orElse(BillingCycle.MONTHLY)));
    }

    /** What an active contract still says of an earlier suspension is over. */
    private Optional<AdoptedHold> hold() {
        switch (cells.text(Field.STATUS)) {
            case ACTIVE -> {
                return Optional.empty();
            }
            case SUSPENDED -> {
                Optional<SuspensionReason> reason = reason();
                Optional<Instant> since = suspendedSince();
                Optional<Instant> until = ifAny(Field.SUSPENDED_UNTIL, this::time);
                return reason.flatMap(why -> since.map(begin -> new AdoptedHold(why, begin, Optional.empty(), until)));
            }
            default -> {
                findings.add(cells.finding(
                        Kind.UNREADABLE,
                        Field.STATUS,
                        "the mapping must call it " + ACTIVE + ", " + SUSPENDED + " or " + LEAVE_OUT));
                return Optional.empty();
            }
        }
    }

    private Optional<SuspensionReason> reason() {
        String text = cells.text(Field.REASON);
        Optional<SuspensionReason> reason = SuspensionPolicies.defaults().all().stream()
                .map(SuspensionPolicy::reason)
                .filter(known -> known.code().equals(text))
                .findFirst();
        if (reason.isEmpty()) {
            String reasons = SuspensionPolicies.defaults().all().stream()
                    .map(policy -> policy.reason().code())
                    .collect(Collectors.joining(", "));
            findings.add(cells.finding(
                    Kind.HOLD,
                    Field.REASON,
                    text.isEmpty()
                            ? "a suspended contract must have a reason"
                            : "the mapping must call it one of " + reasons));
        }
        return reason;
    }

    private Optional<Instant> suspendedSince() {
        if (cells.text(Field.SUSPENDED_SINCE).isEmpty()) {
            findings.add(cells.finding(Kind.HOLD, Field.SUSPENDED_SINCE, "a suspended contract must say since when"));
            return Optional.empty();
        }
        return required(Field.SUSPENDED_SINCE, this::time);
    }

    private <T> Optional<T> required(Field field, Function<String, Either<InvalidValue, T>> parse) {
        if (cells.text(field).isEmpty()) {
            findings.add(cells.finding(Kind.UNREADABLE, field, "must not be empty"));
            return Optional.empty();
        }
        return ifAny(field, parse);
    }

    private <T> Optional<T> ifAny(Field field, Function<String, Either<InvalidValue, T>> parse) {
        String text = cells.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Either<InvalidValue, T> value = parse.apply(text);
        value.peekLeft(wrong -> unreadable(field, wrong));
        return value.toJavaOptional();
    }

    private void unreadable(Field field, InvalidValue wrong) {
        findings.add(cells.finding(Kind.UNREADABLE, field, "expected " + wrong.allowed()));
    }

    private Either<InvalidValue, Instant> time(String text) {
        return moment(text).map(time -> time.atZone(cells.mapping().zone()).toInstant());
    }

    private Either<InvalidValue, LocalDate> day(String text) {
        return moment(text).map(LocalDateTime::toLocalDate);
    }

    private Either<InvalidValue, LocalDateTime> moment(String text) {
        return cells.mapping().dates().stream()
                .flatMap(format -> moment(format, text).stream())
                .findFirst()
                .<Either<InvalidValue, LocalDateTime>>map(Either::right)
                .orElseGet(() -> Either.left(new InvalidValue("date", text, "a date as the mapping says")));
    }

    private static Optional<LocalDateTime> moment(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor parsed = format.parseBest(text, LocalDateTime::from, LocalDate::from);
            return Optional.of(parsed instanceof LocalDateTime time ? time : ((LocalDate) parsed).atStartOfDay());
        } catch (DateTimeException anotherFormat) {
            return Optional.empty();
        }
    }

    private static Either<InvalidValue, Integer> billingDay(String text) {
        return text.matches("0?[1-9]|[12]\\d|3[01]")
                ? Either.right(Integer.valueOf(text))
                : Either.left(new InvalidValue("billingDay", text, "a day of the month, 1 to 31"));
    }

    private static Either<InvalidValue, BillingCycle> cycle(String text) {
        try {
            return Either.right(BillingCycle.valueOf(text));
        } catch (IllegalArgumentException unknown) {
            return Either.left(new InvalidValue(
                    "cycle",
                    text,
                    "a cycle that the mapping calls MONTHLY, BIMONTHLY, QUARTERLY, SEMIANNUAL or ANNUAL"));
        }
    }
}
