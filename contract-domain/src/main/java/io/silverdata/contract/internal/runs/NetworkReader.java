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
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

        /** Looks at contracts; targets of which a contract wants nothing are left out. */
        public List<Seen> at(List<Contract> contracts) {
            List<Seen> seen = new ArrayList<>();
            List<Contract> settled = new ArrayList<>();
            List<AccessService> services = new ArrayList<>();
            for (Contract contract : contracts) {
                DesiredNetwork desired = DesiredNetwork.of(contract);
                look(contract, desired.line()).ifPresent(seen::add);
                Optional<String> unsettled = unsettled(contract, NetworkTarget.ACCESS);
                if (unsettled.isPresent()) {
                    seen.add(new Seen(contract, NetworkTarget.ACCESS, Either.left(unsettled.get())));
                } else if (desired.access().service().isPresent()) {
                    settled.add(contract);
                    services.add(desired.access().service().get());
                }
            }
            List<Observation> observations = services.isEmpty() ? List.of() : observeAll(services);
            for (int i = 0; i < settled.size(); i++) {
                seen.add(new Seen(settled.get(i), NetworkTarget.ACCESS, Either.right(observations.get(i))));
            }
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

        /** Whether it is there, read now. */
        public boolean isThere(OnuRegistration registration) {
            return observed(() -> lines.observeRemoved(registration)) instanceof Observation.Drifted;
        }

        /** Whether it is there, read now. */
        public boolean isThere(RadiusUser user) {
            return observed(() -> access.observeRemoved(user)) instanceof Observation.Drifted;
        }

        private Optional<Seen> look(Contract contract, DesiredNetwork.LineSide desired) {
            Optional<String> unsettled = unsettled(contract, NetworkTarget.LINE);
            return unsettled
                    .map(Either::<String, Observation>left)
                    .or(() -> desired.service().map(this::look).map(Either::right))
                    .map(seen -> new Seen(contract, NetworkTarget.LINE, seen));
        }

        /** An inventory may be older than the contract: what it shows as a difference is looked at again. */
        private Observation look(LineService service) {
            Either<Observation.Unreadable, LineInventory> inventory =
                    inventory(service.line().registration().ponPort().olt());
            if (inventory.isLeft()) {
                return inventory.getLeft();
            }
            Observation then = observed(() -> inventory.get().observe(service));
            return then instanceof Observation.Drifted ? observed(() -> lines.observe(service)) : then;
        }

        private List<Observation> observeAll(List<AccessService> services) {
            try {
                List<Observation> observations = access.observeAll(services);
                if (observations.size() != services.size()) {
                    throw new IllegalStateException(
                            "asked for " + services.size() + " logins, told of " + observations.size());
                }
                return observations;
            } catch (RuntimeException defect) {
                Observation unreadable = unreadable(defect);
                return services.stream().map(service -> unreadable).toList();
            }
        }
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
