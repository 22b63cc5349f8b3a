package io.silverdata.contract.adapters.jdbc.internal.json;

import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.TargetState;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes any value of the model that its constructor accepts, extremes included: a record of any values of its components'
 * types. A new component or a new event is covered without a change here.
 */
final class AnyValue {
    private final Random random;
    private final Map<Type, Supplier<?>> known = new HashMap<>();

    AnyValue(Random random) {
        this.random = random;
        scalars();
        names();
        quantities();
    }

    <T> T of(Class<T> type) {
        return type.cast(any(type));
    }

    /** Text of a length, of any characters: control characters and halves of surrogate pairs too. */
    String text(int max) {
        return IntStream.range(0, random.nextInt(max + 1))
                .mapToObj(i -> Character.toString(anyCharacter()))
                .collect(Collectors.joining())
                .codePoints()
                .limit(max / 2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int anyCharacter() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> 0xD800 + random.nextInt(0x800);
            case 2 -> 0x1F600 + random.nextInt(0x40);
            case 3 -> random.nextInt(0x10000);
            case 4 -> "\"\\/{}[]:,<>&'\u2028\u2029\u007F\uFFFF".charAt(random.nextInt(17));
            default -> ' ' + random.nextInt(0x5F);
        };
    }

    private String printable(int max) {
        String text = text(max).replaceAll("\\p{Cntrl}", "ñ");
        return text.isEmpty() ? "字" : text;
    }

    private void scalars() {
        known.put(String.class, () -> printable(64));
        known.put(int.class, () -> between(0, 5));
        known.put(long.class, () -> (long) between(1, 5) << between(0, 58));
        known.put(boolean.class, random::nextBoolean);
        known.put(UUID.class, () -> new UUID(random.nextLong(), random.nextLong()));
        known.put(Instant.class, this::time);
        known.put(LocalDate.class, () -> LocalDate.ofEpochDay(between(-400_000, 3_000_000)));
        known.put(Currency.class, () -> pick(List.copyOf(Currency.getAvailableCurrencies())));
    }

    private Instant time() {
        long second = pick(List.of(
                0L,
                -1L,
                Instant.MAX.getEpochSecond(),
                Instant.MIN.getEpochSecond(),
                1_790_000_000L,
                random.nextLong(-31_557_014_167L, 253_402_300_800L)));
        int nano =
                pick(List.of(0, 1_000, 999_999_000, random.nextInt(1_000_000) * 1_000, random.nextInt(1_000_000_000)));
        return Instant.ofEpochSecond(second, nano);
    }

    private void names() {
        known.put(ContractNumber.class, () -> new ContractNumber("C-" + digits() + "/.-"));
        known.put(CustomerId.class, () -> new CustomerId("c:" + digits() + "@._-"));
        known.put(PlanId.class, () -> new PlanId("p:" + digits()));
        known.put(ProfileName.class, () -> new ProfileName("p " + digits() + ":/"));
        known.put(OltId.class, () -> new OltId("olt-" + digits()));
        known.put(SplitterId.class, () -> new SplitterId("NAP-" + digits()));
        known.put(RadiusUser.class, () -> new RadiusUser("ñandú 用户 " + digits() + "@x"));
        known.put(OnuSerial.class, () -> new OnuSerial(String.format(Locale.ROOT, "ZTEG%08X", random.nextInt())));
        known.put(ServiceAddress.class, () -> new ServiceAddress(printable(200), of(GeoPosition.class)));
        known.put(Drift.class, () -> new Drift(of(Drift.Kind.class), text(400)));
        known.put(
                FeasibilityCheck.class,
                () -> new FeasibilityCheck(
                        of(FeasibilityCheck.Kind.class), of(FeasibilityCheck.Result.class), text(80)));
        known.put(ProvisioningFailure.class, () -> new ProvisioningFailure("CODE_" + digits(), text(400)));
        known.put(
                SuspensionReason.class,
                () -> new SuspensionReason("R" + digits(), of(SuspensionReason.Category.class)));
        known.put(
                CancellationReason.class,
                () -> new CancellationReason(
                        "R" + digits(), of(CancellationReason.Category.class), random.nextBoolean()));
    }

    private void quantities() {
        known.put(PonPortId.class, () -> new PonPortId(of(OltId.class), between(0, 255), between(0, 255), 255));
        known.put(SplitterOutputId.class, () -> new SplitterOutputId(of(SplitterId.class), between(1, 128)));
        known.put(Distance.class, () -> new Distance(between(0, 20_100_000)));
        known.put(OpticalPower.class, () -> new OpticalPower(between(-10_000, 4_000)));
        known.put(Decibels.class, () -> new Decibels(between(-20_000, 20_000)));
        known.put(Bandwidth.class, () -> new Bandwidth(random.nextLong(1, 1_000_000_000_001L)));
        known.put(Billability.class, () -> new Billability(between(0, 10_000)));
        known.put(Money.class, () -> new Money(amount(), of(Currency.class)));
        known.put(
                GeoPosition.class,
                () -> new GeoPosition(
                        pick(List.of(-0.0, 90.0, Double.MIN_VALUE, random.nextDouble() * 180 - 90)),
                        random.nextDouble() * 360 - 180));
        known.put(DayRange.class, this::days);
        known.put(DunningMark.class, this::dunningMark);
        known.put(TargetState.class, this::target);
    }

    private BigDecimal amount() {
        return new BigDecimal(new BigInteger(46, random), between(-1, 6));
    }

    private DayRange days() {
        LocalDate from = of(LocalDate.class);
        return new DayRange(from, from.plusDays(between(1, 4_000)));
    }

    private DunningMark dunningMark() {
        LocalDate due = of(LocalDate.class);
        LocalDate countedFrom = due.plusDays(between(0, 60));
        int days = between(1, 3_650);
        return new DunningMark(
                due,
                countedFrom,
                days,
                of(DunningAction.class),
                countedFrom.plusDays(days + between(0, 400)),
                of(Money.class));
    }

    private TargetState target() {
        long desired = between(0, 1_000_000);
        return new TargetState(
                desired, between(0, (int) desired), optional(ProvisioningFailure.class), optional(Drift.class));
    }

    private Object any(Type type) {
        Supplier<?> maker = known.get(type);
        if (maker != null) {
            return maker.get();
        }
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return pick(Arrays.asList(raw.getEnumConstants()));
        }
        return raw.isRecord() ? record(raw) : any(pick(Arrays.asList(raw.getPermittedSubclasses())));
    }

    private Object container(ParameterizedType type) {
        Type element = type.getActualTypeArguments()[0];
        if (type.getRawType() == Optional.class) {
            return optional((Class<?>) element);
        }
        Stream<Object> elements = IntStream.range(0, between(0, 3)).mapToObj(i -> any(element));
        return type.getRawType() == List.class ? elements.toList() : elements.collect(Collectors.toSet());
    }

    private <T> Optional<T> optional(Class<T> type) {
        return random.nextBoolean() ? Optional.of(of(type)) : Optional.empty();
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> component(type, component))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("cannot make " + type + " of " + Arrays.toString(values), refused);
        }
    }

    private Object component(Class<?> owner, RecordComponent component) {
        boolean billingDay = component.getName().equals("billingDay");
        boolean known = owner == ContractSnapshot.Agreement.class || owner == ContractEvent.ContractDrafted.class;
        return billingDay && known ? between(1, 28) : any(component.getGenericType());
    }

    private String digits() {
        return Integer.toString(between(0, 999_999));
    }

    private int between(int min, int max) {
        return random.nextInt(max - min + 1) + min;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
