package io.silverdata.contract.json;

import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillabilityRule;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.BillingDayChange;
import io.silverdata.contract.model.Burst;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.ReplyAttribute;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.TargetState;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Any values of the model that its constructors accept, extremes included: a record of any values of its components' types. A
 * new component or a new event is covered without a change here.
 */
final class AnyValues {
    private final Map<Type, Arbitrary<?>> known = new HashMap<>();

    private AnyValues() {
        scalars();
        names();
        quantities();
        terms();
    }

    static <T> Arbitrary<T> of(Class<T> type) {
        return new AnyValues().any(type);
    }

    /** Text of a length, of any characters: control characters and halves of surrogate pairs too. */
    static Arbitrary<String> text(int max) {
        Arbitrary<Integer> character = Arbitraries.oneOf(
                Arbitraries.integers().between(' ', '~'),
                Arbitraries.integers().between(0, 0x1F),
                Arbitraries.integers().between(0xD800, 0xDFFF),
                Arbitraries.integers().between(0x1F600, 0x1F640),
                Arbitraries.integers().between(0, 0xFFFF),
                Arbitraries.of("\"\\/{}[]:,<>&'\u2028\u2029\u007F\uFFFF"
                        .codePoints()
                        .boxed()
                        .toList()));
        return character
                .list()
                .ofMaxSize(max / 2)
                .map(characters -> characters.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static Arbitrary<String> printable(int max) {
        return text(max)
                .map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "ñ"))
                .map(text -> text.isEmpty() ? "字" : text);
    }

    private void scalars() {
        known.put(String.class, printable(64));
        known.put(int.class, between(0, 5));
        known.put(Integer.class, between(0, 120));
        known.put(long.class, Arbitraries.longs().between(1, 5L << 58));
        known.put(boolean.class, Arbitraries.of(false, true));
        known.put(
                UUID.class,
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new));
        known.put(Instant.class, times());
        known.put(LocalDate.class, between(-400_000, 3_000_000).map(LocalDate::ofEpochDay));
        known.put(Currency.class, Arbitraries.of(List.copyOf(Currency.getAvailableCurrencies())));
    }

    private static Arbitrary<Instant> times() {
        Arbitrary<Long> seconds = Arbitraries.oneOf(
                Arbitraries.of(0L, -1L, 1_790_000_000L, Instant.MAX.getEpochSecond(), Instant.MIN.getEpochSecond()),
                Arbitraries.longs().between(-31_557_014_167L, 253_402_300_800L));
        Arbitrary<Integer> nanos = Arbitraries.oneOf(
                Arbitraries.of(0, 1_000, 999_999_000),
                between(0, 999_999).map(micros -> micros * 1_000),
                between(0, 999_999_999));
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }

    private void names() {
        Arbitrary<Integer> numbers = between(0, 999_999);
        known.put(ContractNumber.class, numbers.map(n -> new ContractNumber("C-" + n + "/.-")));
        known.put(CustomerId.class, numbers.map(n -> new CustomerId("c:" + n + "@._-")));
        known.put(PlanId.class, numbers.map(n -> new PlanId("p:" + n)));
        known.put(DiscountCode.class, numbers.map(n -> new DiscountCode("d:" + n)));
        known.put(
                Discount.class,
                Combinators.combine(
                                any(DiscountCode.class), between(1, 10_000), between(-25_000, 100_000), between(0, 90))
                        .as((code, share, day, days) -> {
                            LocalDate from = LocalDate.ofEpochDay(day);
                            Discount discount = share % 2 == 0
                                    ? new Discount(code, new Discount.PercentOff(share), from, Optional.empty())
                                    : Discount.amount(
                                            code, Money.of(share + ".25", "USD"), BillingCycle.QUARTERLY, from);
                            return days == 0 ? discount : discount.until(from.plusDays(days));
                        }));
        known.put(
                ContractEvent.DiscountEnded.class,
                Combinators.combine(any(DiscountCode.class), between(-25_000, 100_000))
                        .as((code, day) -> new ContractEvent.DiscountEnded(code, LocalDate.ofEpochDay(day))));
        known.put(ProfileName.class, numbers.map(n -> new ProfileName("p " + n + ":/")));
        known.put(AddOnId.class, numbers.map(n -> new AddOnId("a:" + n)));
        known.put(AttributeKey.class, numbers.map(n -> new AttributeKey("k-" + n + "._")));
        known.put(
                Attribute.class,
                Combinators.combine(
                                any(AttributeKey.class),
                                Arbitraries.of("ñandú 用户", " a\"b\\c ", "\uD83D\uDE00".repeat(128)))
                        .as(Attribute::new));
        known.put(
                IpAddress.class,
                numbers.map(n -> new IpAddress(n % 2 == 0 ? "203.0.113." + n % 250 : "2001:db8::" + n % 1_000)));
        known.put(
                IpPrefix.class,
                numbers.map(n -> new IpPrefix("2001:db8:" + Integer.toHexString(n % 65_536) + "::/48")));
        known.put(
                FramedRoute.class,
                numbers.map(n -> new FramedRoute(
                        new IpPrefix("198.51.100." + n % 32 * 8 + "/29"),
                        n % 2 == 0 ? Optional.empty() : Optional.of(new IpAddress("203.0.113.9")),
                        n % 256)));
        known.put(ReplyAttribute.class, numbers.map(n -> new ReplyAttribute("Filter-Id", "ñ " + n)));
        known.put(
                AccessSettings.class,
                numbers.map(n -> n % 3 == 0
                        ? AccessSettings.NONE
                        : AccessSettings.NONE
                                .with(new IpAddress("203.0.113." + n % 250))
                                .withPrefix(new IpPrefix("2001:db8:1:" + n % 10 + "::/64"))
                                .with(FramedRoute.to(new IpPrefix("198.51.100." + n % 32 * 8 + "/29")))
                                .with(new ReplyAttribute("Cisco-AVPair", "a=" + n))
                                .with(new ReplyAttribute("Cisco-AVPair", "0=" + n))));
        known.put(OltId.class, numbers.map(n -> new OltId("olt-" + n)));
        known.put(SplitterId.class, numbers.map(n -> new SplitterId("NAP-" + n)));
        known.put(RadiusUser.class, numbers.map(n -> new RadiusUser("ñandú 用户 " + n + "@x")));
        known.put(
                OnuSerial.class,
                Arbitraries.integers().map(n -> new OnuSerial(String.format(Locale.ROOT, "ZTEG%08X", n))));
    }

    private void quantities() {
        known.put(
                PonPortId.class,
                Combinators.combine(any(OltId.class), between(0, 255), between(0, 255))
                        .as((olt, frame, slot) -> new PonPortId(olt, frame, slot, 255)));
        known.put(
                SplitterOutputId.class,
                Combinators.combine(any(SplitterId.class), between(1, 128)).as(SplitterOutputId::new));
        known.put(Distance.class, between(0, 20_100_000).map(Distance::new));
        known.put(OpticalPower.class, between(-10_000, 4_000).map(OpticalPower::new));
        known.put(Decibels.class, between(-20_000, 20_000).map(Decibels::new));
        known.put(
                Bandwidth.class,
                Arbitraries.longs().between(1, 1_000_000_000_000L).map(Bandwidth::new));
        known.put(
                Burst.class,
                Combinators.combine(any(Bandwidth.class), any(Bandwidth.class), between(1, 3600))
                        .as((rate, threshold, seconds) ->
                                new Burst(rate, rate, threshold, threshold, Duration.ofSeconds(seconds))));
        known.put(
                Rates.class,
                Combinators.combine(
                                any(Bandwidth.class),
                                any(Bandwidth.class),
                                any(Burst.class).optional())
                        .as(AnyValues::rates));
        known.put(Billability.class, between(0, 10_000).map(Billability::new));
        known.put(
                BillabilityRule.class,
                any(Billability.class)
                        .list()
                        .ofSize(Enforcement.values().length)
                        .map(AnyValues::byLevel));
        Arbitrary<BigDecimal> amounts = Combinators.combine(
                        Arbitraries.longs().between(0, (1L << 46) - 1), between(-1, 6))
                .as(BigDecimal::valueOf);
        known.put(Money.class, Combinators.combine(amounts, any(Currency.class)).as(Money::new));
        known.put(
                GeoPosition.class,
                Combinators.combine(
                                Arbitraries.oneOf(
                                        Arbitraries.of(-0.0, 90.0, Double.MIN_VALUE),
                                        Arbitraries.doubles().between(-90, 90)),
                                Arbitraries.doubles().between(-180, 180))
                        .as(GeoPosition::new));
    }

    /** A burst is no slower than the rates. */
    private static Rates rates(Bandwidth download, Bandwidth upload, Optional<Burst> burst) {
        boolean faster = burst.isPresent()
                && burst.get().download().compareTo(download) >= 0
                && burst.get().upload().compareTo(upload) >= 0;
        return new Rates(download, upload, faster ? burst : Optional.empty());
    }

    private void terms() {
        known.put(
                ServiceAddress.class,
                Combinators.combine(printable(200), any(GeoPosition.class)).as(ServiceAddress::new));
        known.put(
                Drift.class,
                Combinators.combine(any(Drift.Kind.class), text(400)).as(Drift::new));
        known.put(
                FeasibilityCheck.class,
                Combinators.combine(any(FeasibilityCheck.Kind.class), any(FeasibilityCheck.Result.class), text(80))
                        .as(FeasibilityCheck::new));
        known.put(
                ProvisioningFailure.class,
                Combinators.combine(between(0, 999_999), text(400))
                        .as((n, text) -> new ProvisioningFailure("CODE_" + n, text)));
        known.put(
                SuspensionReason.class,
                Combinators.combine(between(0, 999_999), any(SuspensionReason.Category.class))
                        .as((n, category) -> new SuspensionReason("R" + n, category)));
        known.put(
                CancellationReason.class,
                Combinators.combine(between(0, 999_999), any(CancellationReason.Category.class), any(boolean.class))
                        .as((n, category, early) -> new CancellationReason("R" + n, category, early)));
        known.put(
                DayRange.class,
                Combinators.combine(any(LocalDate.class), between(1, 4_000))
                        .as((from, days) -> new DayRange(from, from.plusDays(days))));
        known.put(DunningMark.class, dunningMarks());
        known.put(
                ContractEvent.HoldRecorded.class,
                Combinators.combine(
                                any(SuspensionHold.class)
                                        .filter(hold -> hold.until().isPresent()),
                                any(DayRange.class).list().ofMaxSize(3))
                        .as(ContractEvent.HoldRecorded::new));
        known.put(TargetState.class, targets());
    }

    private Arbitrary<DunningMark> dunningMarks() {
        return Combinators.combine(
                        any(LocalDate.class),
                        between(0, 60),
                        between(1, 3_650),
                        any(DunningAction.class),
                        between(0, 400),
                        any(Money.class))
                .as((due, pause, days, action, late, owed) -> new DunningMark(
                        due, due.plusDays(pause), days, action, due.plusDays(pause + days + late), owed));
    }

    private Arbitrary<TargetState> targets() {
        Arbitrary<Tuple.Tuple2<Integer, Integer>> versions =
                between(0, 1_000_000).flatMap(desired -> between(0, desired).map(done -> Tuple.of(desired, done)));
        return Combinators.combine(
                        versions,
                        any(ProvisioningFailure.class).optional(0.5),
                        any(Drift.class).optional(0.5),
                        any(boolean.class))
                .as((version, failure, drift, mark) -> new TargetState(
                        version.get1(),
                        version.get2(),
                        failure,
                        drift,
                        mark && failure.isEmpty() && drift.isEmpty() && version.get2() < version.get1()));
    }

    private <T> Arbitrary<T> any(Class<T> type) {
        return anyOf(type).map(value -> cast(type, value));
    }

    @SuppressWarnings("unchecked") // a primitive's class casts nothing
    private static <T> T cast(Class<T> type, Object value) {
        return type.isPrimitive() ? (T) value : type.cast(value);
    }

    private Arbitrary<Object> anyOf(Type type) {
        Arbitrary<?> maker = known.get(type);
        if (maker == null) {
            maker = type instanceof ParameterizedType generic ? container(generic) : made((Class<?>) type);
            known.put(type, maker);
        }
        return maker.map(value -> value);
    }

    private Arbitrary<?> made(Class<?> type) {
        if (type.isEnum()) {
            return Arbitraries.of(type.getEnumConstants());
        }
        return type.isRecord()
                ? records(type)
                : Arbitraries.oneOf(Arrays.stream(type.getPermittedSubclasses())
                        .map(this::anyOf)
                        .toList());
    }

    private Arbitrary<?> container(ParameterizedType type) {
        Arbitrary<Object> elements = anyOf(type.getActualTypeArguments()[0]);
        if (type.getRawType() == Optional.class) {
            return elements.optional(0.5);
        }
        return type.getRawType() == List.class
                ? elements.list().ofMaxSize(3)
                : elements.set().ofMaxSize(3);
    }

    private Arbitrary<Object> records(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Arbitrary<Object>> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(component(type, component));
        }
        return Combinators.combine(values).as(made -> {
            try {
                return type.getDeclaredConstructor(types).newInstance(made.toArray());
            } catch (ReflectiveOperationException refused) {
                throw new IllegalStateException("cannot make " + type + " of " + made, refused);
            }
        });
    }

    private Arbitrary<Object> component(Class<?> owner, RecordComponent component) {
        boolean billingDay = component.getName().equals("billingDay");
        boolean known = owner == ContractSnapshot.Agreement.class || owner == ContractEvent.ContractDrafted.class;
        boolean changes = owner == ContractEvent.BillingDayChanged.class || owner == BillingDayChange.class;
        return (billingDay && known) || (changes && component.getType() == int.class)
                ? between(1, 31).map(day -> day)
                : anyOf(component.getGenericType());
    }

    private static BillabilityRule byLevel(List<Billability> shares) {
        BillabilityRule.Builder rule = BillabilityRule.builder();
        Iterator<Billability> share = shares.iterator();
        List.of(Enforcement.values()).forEach(level -> rule.at(level, share.next()));
        return rule.build();
    }

    private static Arbitrary<Integer> between(int min, int max) {
        return Arbitraries.integers().between(min, max);
    }
}
