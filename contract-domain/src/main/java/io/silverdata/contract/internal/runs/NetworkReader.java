package io.silverdata.contract.internal.runs;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the two sides of the network, many contracts at a time. Writes nothing. */
public final class NetworkReader {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkReader.class);

    private final AccessProvisioner access;
    private final LineProvisioner lines;

    /** A reader of the two network ports. */
    public NetworkReader(AccessProvisioner access, LineProvisioner lines) {
        this.access = access;
        this.lines = lines;
    }

    /** Begins to read; what was read of an OLT before is forgotten. */
    public Look begin() {
        return new Look();
    }

    /**
     * What was seen of one target of one contract.
     *
     * @param contract as it was before it was looked at
     * @param target which
     * @param observation how it compares, or why it was not looked at
     */
    public record Seen(Contract contract, NetworkTarget target, Either<String, Observation> observation) {}

    /** One look at the network. Remembers each OLT. Not thread-safe. */
    public final class Look {
        private final Map<OltId, Either<Observation.Unreadable, LineInventory>> inventories = new HashMap<>();

        private Look() {}

        /**
         * Looks at contracts; targets of which a contract wants nothing are left out.
         *
         * @param observed targets to which nobody here writes, so that what waits to be delivered is compared, too
         */
        public List<Seen> at(List<Contract> contracts, ObservedTargets observed) {
            List<Seen> seen = new ArrayList<>();
            Asked<LineService> ofLines = new Asked<>(NetworkTarget.LINE, observed);
            Asked<AccessService> ofAccess = new Asked<>(NetworkTarget.ACCESS, observed);
            for (Contract contract : contracts) {
                DesiredNetwork desired = DesiredNetwork.of(contract);
                ofLines.ask(
                        contract,
                        Stream.concat(desired.line().service().stream(), desired.line().next().stream())
                                .toList(),
                        seen);
                ofAccess.ask(contract, desired.access().service().stream().toList(), seen);
            }
            ofLines.answer(this::lines, seen);
            ofAccess.answer(services -> together(services, access::observeAll), seen);
            return seen;
        }

        /** What an OLT serves, read at most once. */
        public Either<Observation.Unreadable, LineInventory> inventory(OltId olt) {
            return inventories.computeIfAbsent(olt, id -> either(() -> lines.inventory(id)));
        }

        /** Some of the logins that RADIUS knows. */
        public Either<Observation.Unreadable, LoginPage> logins(Optional<String> after, int max) {
            return either(() -> access.logins(after, max));
        }

        /** Some of the logins that nobody made by this library. */
        public Either<Observation.Unreadable, ForeignLogins> foreignLogins(Optional<String> after, int max) {
            return either(() -> access.foreignLogins(after, max));
        }

        /** Which of these logins are there, read now. */
        public Set<RadiusUser> there(Collection<RadiusUser> users) {
            return drifted(
                    List.copyOf(users),
                    some -> together(
                            some.stream()
                                    .<AccessOrder>map(AccessOrder.Remove::new)
                                    .toList(),
                            access::readBack));
        }

        /** Which of these ONUs are registered there, read now. */
        public Set<OnuRegistration> registered(Collection<OnuRegistration> registrations) {
            return drifted(
                    List.copyOf(registrations),
                    some -> readBack(
                            some.stream().<LineOrder>map(LineOrder.Remove::new).toList()));
        }

        /** An inventory may be older than the contract: what it shows as a difference is looked at again. */
        private List<Observation> lines(List<LineService> services) {
            List<Observation> observations = new ArrayList<>();
            List<Integer> again = new ArrayList<>();
            for (LineService service : services) {
                Either<Observation.Unreadable, LineInventory> inventory =
                        inventory(service.line().registration().ponPort().olt());
                Observation then = inventory.isLeft()
                        ? inventory.getLeft()
                        : observed(() -> inventory.get().observe(service));
                if (then instanceof Observation.Drifted) {
                    again.add(observations.size());
                }
                observations.add(then);
            }
            List<Observation> now = readBack(again.stream()
                    .<LineOrder>map(at -> new LineOrder.Ensure(services.get(at)))
                    .toList());
            for (int n = 0; n < now.size(); n++) {
                observations.set(again.get(n), now.get(n));
            }
            return observations;
        }

        /** Reads back orders to any OLTs, those of each OLT together. */
        private List<Observation> readBack(List<LineOrder> orders) {
            Map<OltId, List<LineOrder>> byOlt = orders.stream()
                    .collect(Collectors.groupingBy(LineOrder::olt, LinkedHashMap::new, Collectors.toList()));
            Map<LineOrder, Observation> seen = new HashMap<>();
            byOlt.forEach((olt, some) -> {
                List<Observation> observations = together(some, asked -> lines.readBack(olt, asked));
                for (int at = 0; at < some.size(); at++) {
                    seen.put(some.get(at), observations.get(at));
                }
            });
            return orders.stream()
                    .map(order -> Objects.requireNonNull(seen.get(order)))
                    .toList();
        }
    }

    /** What is asked of one target of many contracts. */
    private record Asked<T>(
            NetworkTarget target, ObservedTargets observed, List<Contract> contracts, List<T> services) {
        Asked(NetworkTarget target, ObservedTargets observed) {
            this(target, observed, new ArrayList<>(), new ArrayList<>());
        }

        /** A contract whose delivery is not over is not asked about, unless the delivery waits for another system to leave. */
        void ask(Contract contract, List<T> wanted, List<Seen> seen) {
            Optional<String> unsettled =
                    observed.isObserved(contract, target) ? Optional.empty() : unsettled(contract, target);
            if (unsettled.isPresent()) {
                seen.add(new Seen(contract, target, Either.left(unsettled.get())));
            } else {
                wanted.forEach(service -> {
                    contracts.add(contract);
                    services.add(service);
                });
            }
        }

        void answer(Function<List<T>, List<Observation>> look, List<Seen> seen) {
            List<Observation> observations = services.isEmpty() ? List.of() : look.apply(services);
            for (int at = 0; at < contracts.size(); at++) {
                seen.add(new Seen(contracts.get(at), target, Either.right(observations.get(at))));
            }
        }
    }

    private static <T> Set<T> drifted(List<T> asked, Function<List<T>, List<Observation>> look) {
        List<Observation> observations = look.apply(asked);
        return IntStream.range(0, asked.size())
                .filter(at -> observations.get(at) instanceof Observation.Drifted)
                .mapToObj(asked::get)
                .collect(Collectors.toSet());
    }

    /** What cannot be looked at together is looked at one by one, so that what makes the adapter throw harms itself alone. */
    private static <T> List<Observation> together(List<T> asked, Function<List<T>, List<Observation>> look) {
        if (asked.isEmpty()) {
            return List.of();
        }
        try {
            List<Observation> observations = look.apply(asked);
            if (observations.size() == asked.size()) {
                return observations;
            }
            throw new IllegalStateException("asked " + asked.size() + ", told of " + observations.size());
        } catch (RuntimeException defect) {
            if (asked.size() == 1) {
                return List.of(unreadable(defect));
            }
        }
        return asked.stream()
                .flatMap(one -> together(List.of(one), look).stream())
                .toList();
    }

    private static Optional<String> unsettled(Contract contract, NetworkTarget target) {
        TargetState state = contract.provisioning().of(target);
        return state.failure()
                .map(NetworkReader::words)
                .or(() -> state.needsDelivery() ? Optional.of("a delivery is under way") : Optional.empty());
    }

    private static String words(ProvisioningFailure failure) {
        return "given up: " + failure.code() + ": " + failure.detail();
    }

    private static Observation observed(Supplier<Observation> look) {
        try {
            return look.get();
        } catch (RuntimeException defect) {
            return unreadable(defect);
        }
    }

    private static <T> Either<Observation.Unreadable, T> either(Supplier<Reading<T>> look) {
        try {
            return look.get().match(Either::right, detail -> Either.left(new Observation.Unreadable(detail)));
        } catch (RuntimeException defect) {
            return Either.left(unreadable(defect));
        }
    }

    private static Observation.Unreadable unreadable(RuntimeException defect) {
        LOG.warn("a network adapter threw", defect);
        return new Observation.Unreadable("the adapter threw " + defect);
    }
}
