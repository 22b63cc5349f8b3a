package io.silverdata.contract;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Reading;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.SettableClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A small operator: two splitters on one PON port, four plans, and a network that notes what it is told. */
public final class Operator {
    public static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    public static final ZoneId ZONE = ZoneId.of("America/Guayaquil");
    public static final GeoPosition HOME = new GeoPosition(-0.18, -78.48);
    public static final PonPortId PON = new PonPortId(new OltId("olt-1"), 0, 1, 3);
    public static final SplitterId NEAR = new SplitterId("NAP-1");
    public static final SplitterId FAR = new SplitterId("NAP-2");
    public static final CommandContext STAFF = CommandContext.by("ana", Trigger.ADMIN);

    public final SettableClock clock = new SettableClock(START);
    public final InMemoryStorage storage = new InMemoryStorage();
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());
    public final Map<RadiusUser, AccessService> radius = new ConcurrentHashMap<>();
    public final Map<OnuSerial, LineService> olt = new ConcurrentHashMap<>();
    public final Set<CustomerId> strangers = ConcurrentHashMap.newKeySet();

    /** What a device answers to an operation instead of doing as told; by its name, as in {@link #told}. */
    public volatile Function<String, Optional<DeviceOutcome>> trouble = operation -> Optional.empty();

    /** Why an OLT does not bind something. */
    public volatile BiFunction<OltId, ProfileName, Optional<String>> unbound = (olt, binding) -> Optional.empty();

    /** Whether the devices can be read. */
    public volatile boolean readable = true;

    public final Contracts contracts;

    public Operator(int outputs, int subscriberLimit) {
        storage.plant()
                .install(new PlantLayout(
                        List.of(new Olt(PON.olt(), ServiceState.UP)),
                        List.of(new PonPort(
                                PON,
                                Set.of(Technology.GPON),
                                subscriberLimit,
                                Optional.of(OpticalPower.ofDbm(4)),
                                ServiceState.UP)),
                        List.of(splitter(NEAR, outputs, 0), splitter(FAR, outputs, 0.001))));
        contracts = builder().build();
    }

    public static Operator small() {
        return new Operator(8, 64);
    }

    public ContractsBuilder builder() {
        return builder(storage, new Radius(), new Lines());
    }

    public ContractsBuilder builder(Storage otherStorage, AccessProvisioner otherRadius, LineProvisioner otherOlts) {
        return Contracts.builder()
                .storage(otherStorage)
                .customers(customer -> !strangers.contains(customer))
                .plans(id -> Arrays.stream(Plan.values())
                        .filter(plan -> plan.id().equals(id))
                        .map(Plan::snapshot)
                        .findFirst())
                .radius(otherRadius)
                .olts(otherOlts)
                .clock(clock)
                .zone(ZONE)
                .random(new Random(7));
    }

    public enum Plan {
        HOME_100(100, "20"),
        HOME_300(300, "30"),
        HOME_50(50, "15"),
        TEN_GIGABIT(10_000, "90");

        public PlanId id() {
            return new PlanId(name().toLowerCase(Locale.ROOT));
        }

        private final int megabits;
        private final String price;

        Plan(int megabits, String price) {
            this.megabits = megabits;
            this.price = price;
        }

        public PlanSnapshot snapshot() {
            return PlanSnapshot.builder(id())
                    .version(1)
                    .name(name())
                    .technology(this == TEN_GIGABIT ? Technology.XGS_PON : Technology.GPON)
                    .download(Bandwidth.ofMbps(megabits))
                    .upload(Bandwidth.ofMbps(megabits))
                    .price(Money.of(price, "USD"))
                    .accessProfile(new ProfileName("access-" + megabits))
                    .lineProfile(new ProfileName("line-" + megabits))
                    .minimumTermMonths(12)
                    .build();
        }
    }

    public static ServiceAddress home() {
        return new ServiceAddress("Calle 1", HOME);
    }

    public static NewContract terms() {
        return NewContract.of(new CustomerId("c-1"), Plan.HOME_100.id(), home());
    }

    public static OnuSerial onu(int n) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", n));
    }

    public static RadiusUser user(int n) {
        return new RadiusUser("user-" + n);
    }

    public static SignUp signUp(int n) {
        return new SignUp(terms(), onu(n), user(n));
    }

    public Contract subscriber(int n) {
        return contracts.signUp(signUp(n), STAFF).get().contract();
    }

    public Contract inService(int n) {
        Contract contract = subscriber(n);
        contracts.worker().deliverPending(10);
        told.clear();
        return contracts.find(contract.id()).orElseThrow();
    }

    private static Splitter splitter(SplitterId id, int outputs, double north) {
        return new Splitter(
                id,
                PON,
                Optional.empty(),
                outputs,
                new GeoPosition(HOME.latitude() + north, HOME.longitude()),
                Optional.of(Decibels.of(10.8)),
                Distance.ofMetres(2_000));
    }

    private DeviceOutcome tell(String operation, Runnable effect) {
        told.add(operation);
        Optional<DeviceOutcome> answer = trouble.apply(operation);
        if (answer.isPresent()) {
            return answer.get();
        }
        effect.run();
        return new DeviceOutcome.Applied();
    }

    private Observation look(String operation, boolean asWanted) {
        told.add(operation);
        if (!readable) {
            return new Observation.Unreadable("no answer");
        }
        return asWanted
                ? new Observation.InSync()
                : new Observation.Drifted(new io.silverdata.contract.model.Drift(
                        io.silverdata.contract.model.Drift.Kind.DIFFERENT, "not as wanted"));
    }

    public final class Radius implements AccessProvisioner {
        @Override
        public DeviceOutcome ensure(AccessService service) {
            return tell("access " + service.enforcement(), () -> radius.put(service.user(), service));
        }

        @Override
        public DeviceOutcome remove(RadiusUser user) {
            return tell("access removed " + user, () -> radius.remove(user));
        }

        @Override
        public Observation observe(AccessService service) {
            return look("access read", service.equals(radius.get(service.user())));
        }

        @Override
        public Observation observeRemoved(RadiusUser user) {
            return look("access read", !radius.containsKey(user));
        }

        @Override
        public Reading<LoginPage> logins(Optional<String> after, int max) {
            return new Reading.Unreadable<>("no list");
        }
    }

    public final class Lines implements LineProvisioner {
        @Override
        public Optional<String> bindingObjection(OltId at, ProfileName profile, List<ProfileName> bindings) {
            return bindings.stream()
                    .flatMap(binding -> unbound.apply(at, binding).stream())
                    .findFirst();
        }

        @Override
        public DeviceOutcome ensure(LineService service) {
            return tell(
                    "line " + service.line().onu() + (service.enabled() ? " up" : " down"),
                    () -> olt.put(service.line().onu(), service));
        }

        @Override
        public DeviceOutcome remove(OnuRegistration registration) {
            return tell("line removed " + registration.onu(), () -> olt.remove(registration.onu()));
        }

        @Override
        public Observation observe(LineService service) {
            return look("line read", service.equals(olt.get(service.line().onu())));
        }

        @Override
        public Observation observeRemoved(OnuRegistration registration) {
            return look("line read", !olt.containsKey(registration.onu()));
        }

        @Override
        public Reading<LineInventory> inventory(OltId id) {
            return new Reading.Unreadable<>("no inventory");
        }
    }
}
