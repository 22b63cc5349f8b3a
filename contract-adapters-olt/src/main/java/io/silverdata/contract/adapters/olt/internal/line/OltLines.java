package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines of all OLTs. Whatever goes wrong is an {@link OltFault} until it is told to the domain. Safe for several threads. */
public final class OltLines {
    private static final Logger LOG = LoggerFactory.getLogger(OltLines.class);

    private final Map<OltId, OltConnection> olts;

    /** The lines of these OLTs. */
    public OltLines(Map<OltId, OltConnection> olts) {
        this.olts = olts;
    }

    /** Provisions a line; where the settings ask for it, its service counts only once the ONU is seen to work. */
    public DeviceOutcome ensure(LineService service) {
        return carryOut(new LineOrder.Ensure(service), Places.unknown()).outcome();
    }

    /** Removes a line. */
    public DeviceOutcome remove(OnuRegistration registration) {
        return carryOut(new LineOrder.Remove(registration), Places.unknown()).outcome();
    }

    /**
     * Carries out orders for one OLT, after one look for all their ONUs. Each takes a turn of its own, so that others get theirs, and has
     * time of its own. Once the OLT does not answer, the rest is not sent.
     */
    public List<DeviceOutcome> carryOut(OltId olt, List<LineOrder> orders) {
        List<DeviceOutcome> outcomes = new ArrayList<>();
        Optional<String> silence = Optional.empty();
        Places places = Places.unknown();
        try {
            places = Places.of(olt(olt, Operation.FIND), orders);
        } catch (OltFault fault) {
            silence = Optional.of(fault.getMessage()).filter(message -> DeviceOutcomes.isSilence(fault));
        }
        for (LineOrder order : orders) {
            if (silence.isPresent()) {
                outcomes.add(new DeviceOutcome.NotSent(silence.get()));
                continue;
            }
            Ended ended = guarded(order, places);
            outcomes.add(ended.outcome());
            silence = ended.silence();
        }
        return outcomes;
    }

    /**
     * How an order ended.
     *
     * @param silence what was seen of an OLT that did not answer, if it did not
     */
    private record Ended(DeviceOutcome outcome, Optional<String> silence) {
        static Ended of(DeviceOutcome outcome) {
            return new Ended(outcome, Optional.empty());
        }
    }

    private Ended guarded(LineOrder order, Places places) {
        try {
            return carryOut(order, places);
        } catch (RuntimeException defect) {
            LOG.warn("a driver threw", defect);
            return Ended.of(new DeviceOutcome.Unknown("the driver threw " + defect));
        }
    }

    private Ended carryOut(LineOrder order, Places places) {
        try {
            if (order instanceof LineOrder.Ensure ensure) {
                provision(ensure.service(), places);
                return Ended.of(ensure.service().enabled() ? inService(ensure.service()) : new DeviceOutcome.Applied());
            }
            remove(order.registration(), places);
            return Ended.of(new DeviceOutcome.Applied());
        } catch (OltFault fault) {
            LOG.debug("an order failed", fault);
            return new Ended(
                    DeviceOutcomes.of(fault),
                    Optional.of(fault.getMessage()).filter(message -> DeviceOutcomes.isSilence(fault)));
        }
    }

    private DeviceOutcome inService(LineService service) {
        OltConnection olt = olt(service, Operation.READ_STATE);
        try {
            return olt.settings()
                    .serviceProof()
                    .flatMap(proof -> new ServiceCheck(olt, proof).missing(service))
                    .<DeviceOutcome>map(DeviceOutcome.Pending::new)
                    .orElseGet(DeviceOutcome.Applied::new);
        } catch (OltFault fault) {
            return new DeviceOutcome.Pending(fault.getMessage());
        }
    }

    private void provision(LineService service, Places places) {
        OltConnection olt = olt(service, Operation.REGISTER);
        WantedLine plan = plan(olt, service);
        write(
                olt,
                Operation.REGISTER,
                sessions -> new LineProvisioning(olt, sessions, service, plan, places, false).carryOut());
    }

    private void remove(OnuRegistration registration, Places places) {
        OltConnection olt = olt(registration, Operation.DELETE);
        write(olt, Operation.DELETE, sessions -> new LineRemoval(olt, sessions, registration, places).carryOut());
    }

    /** Compares a line with how it should be. */
    public Observation observe(LineService service) {
        return observation(new LineOrder.Ensure(service), Places.unknown()).observation();
    }

    /** Looks whether a line that should be removed is. */
    public Observation observeRemoved(OnuRegistration registration) {
        return observation(new LineOrder.Remove(registration), Places.unknown()).observation();
    }

    /** Compares lines of one OLT with how they were ordered, after one look for all their ONUs. */
    public List<Observation> readBack(OltId olt, List<LineOrder> orders) {
        List<Observation> observations = new ArrayList<>();
        Optional<String> silence = Optional.empty();
        Places places = Places.unknown();
        try {
            places = Places.of(olt(olt, Operation.FIND), orders);
        } catch (OltFault fault) {
            silence = Optional.of(fault.getMessage()).filter(message -> DeviceOutcomes.isSilence(fault));
        }
        for (LineOrder order : orders) {
            if (silence.isPresent()) {
                observations.add(new Observation.Unreadable(silence.get()));
                continue;
            }
            Seen seen = observation(order, places);
            observations.add(seen.observation());
            silence = seen.silence();
        }
        return observations;
    }

    /**
     * How a line was seen.
     *
     * @param silence what was seen of an OLT that did not answer, if it did not
     */
    private record Seen(Observation observation, Optional<String> silence) {}

    private Seen observation(LineOrder order, Places places) {
        try {
            return new Seen(compared(order, places), Optional.empty());
        } catch (OltFault fault) {
            return new Seen(
                    new Observation.Unreadable(fault.getMessage()),
                    Optional.of(fault.getMessage()).filter(message -> DeviceOutcomes.isSilence(fault)));
        }
    }

    private Observation compared(LineOrder order, Places places) {
        OltConnection olt = olt(order.registration(), Operation.READ_CONFIGURATION);
        if (order instanceof LineOrder.Ensure ensure) {
            WantedLine plan = plan(olt, ensure.service());
            return read(
                    olt,
                    sessions -> LineComparison.ofProvisioned(
                            configuration(olt, sessions, order.registration(), places), ensure.service(), plan));
        }
        return read(olt, sessions -> LineComparison.ofRemoved(placed(olt, sessions, order.registration(), places)));
    }

    /** The ONU where it is registered, or was when its group was looked for. */
    private static Optional<OnuRef> placed(
            OltConnection olt, OltSessions sessions, OnuRegistration registration, Places places) {
        return places.take(registration.onu())
                .map(place -> place.onu().filter(onu -> onu.port().equals(registration.ponPort())))
                .orElseGet(() -> find(olt, sessions, registration));
    }

    /** Reads every line of an OLT. */
    public Reading<LineInventory> inventory(OltId olt) {
        try {
            return new Reading.Complete<>(OltInventory.read(olt(olt, Operation.READ_CONFIGURATION)));
        } catch (OltFault fault) {
            return new Reading.Unreadable<>(fault.getMessage());
        }
    }

    /**
     * What {@link #ensure} would write, request by request.
     *
     * @throws OltFault if the OLT cannot be read, or the order would be refused
     */
    public List<List<VarBind>> dryRun(LineService service) {
        OltConnection olt = olt(service, Operation.REGISTER);
        WantedLine plan = plan(olt, service);
        List<List<VarBind>> sets = new ArrayList<>();
        olt.read(
                Operation.REGISTER,
                sessions -> new LineProvisioning(
                                olt,
                                operation -> new DryRunSession(sessions.of(operation), sets),
                                service,
                                plan,
                                Places.unknown(),
                                true)
                        .carryOut());
        return List.copyOf(sets);
    }

    /** The fault of a line that the settings of its OLT do not know, or that contradicts itself. */
    static OltFault notSetUp(OltId olt, LineService service, IllegalArgumentException why) {
        return new OltFault(
                OltFault.Kind.UNKNOWN_PROFILE,
                olt,
                Operation.REGISTER,
                service.bindings().isEmpty()
                        ? "profile " + service.profile()
                        : "profile " + service.profile() + " with " + service.bindings(),
                String.valueOf(why.getMessage()));
    }

    /** Why an OLT would not bind these beside a line profile. Sends no request. */
    public Optional<String> bindingObjection(OltId olt, ProfileName profile, List<ProfileName> bindings) {
        OltConnection connection = olts.get(olt);
        if (connection == null) {
            return Optional.of("the OLT is not set up");
        }
        try {
            connection.require(Operation.BIND_SERVICE);
        } catch (OltFault unsupported) {
            return Optional.of("driver " + connection.settings().driver() + ": " + unsupported.deviceError());
        }
        try {
            WantedLine wanted = WantedLine.of(connection.settings(), profile, bindings);
            connection.driver().check(wanted.profiles(), wanted.services());
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static void write(OltConnection olt, Operation operation, Predicate<OltSessions> order) {
        olt.require(Operation.FIND, Operation.READ_CONFIGURATION);
        olt.write(operation, sessions -> {
            boolean changed = told(order, sessions);
            if (changed) {
                olt.saves().changed(sessions);
            }
            return changed;
        });
    }

    /** An OLT that does not answer any more after it was sent something was told: what became of it is not known. */
    private static boolean told(Predicate<OltSessions> order, OltSessions sessions) {
        SentSets sent = new SentSets();
        try {
            return order.test(sent.watch(sessions));
        } catch (OltFault fault) {
            if (fault.kind() != OltFault.Kind.UNREACHABLE || !sent.any()) {
                throw fault;
            }
            OltFault unknown = new OltFault(
                    OltFault.Kind.OUTCOME_UNKNOWN,
                    fault.olt(),
                    fault.operation(),
                    fault.object(),
                    "it was told, and does not answer any more: " + fault.deviceError());
            unknown.addSuppressed(fault);
            throw unknown;
        }
    }

    private static Observation read(OltConnection olt, Function<OltSessions, Observation> comparison) {
        olt.require(Operation.FIND, Operation.READ_CONFIGURATION);
        return olt.read(Operation.READ_CONFIGURATION, comparison);
    }

    private static Optional<OnuRef> find(OltConnection olt, OltSessions sessions, OnuRegistration registration) {
        return olt.driver()
                .find(sessions.of(Operation.FIND), registration.onu())
                .filter(onu -> onu.port().equals(registration.ponPort()));
    }

    /** Empty if the ONU is not registered: not if it is, and its configuration is not to be read. */
    private static Optional<OnuConfiguration> configuration(
            OltConnection olt, OltSessions sessions, OnuRegistration registration, Places places) {
        Optional<OnuRef> registered = placed(olt, sessions, registration, places);
        Optional<OnuConfiguration> configuration =
                registered.flatMap(onu -> olt.driver().configuration(sessions.of(Operation.READ_CONFIGURATION), onu));
        if (configuration.isEmpty()
                && registered.isPresent()
                && find(olt, sessions, registration).equals(registered)) {
            throw new OltFault(
                    OltFault.Kind.DEVICE_ERROR,
                    olt.settings().olt(),
                    Operation.READ_CONFIGURATION,
                    registered.get().toString(),
                    "registered, and its configuration is not to be read");
        }
        return configuration;
    }

    private OltConnection olt(LineService service, Operation operation) {
        return olt(service.line().registration(), operation);
    }

    private OltConnection olt(OnuRegistration registration, Operation operation) {
        return olt(registration.ponPort().olt(), operation);
    }

    private OltConnection olt(OltId olt, Operation operation) {
        return Optional.ofNullable(olts.get(olt))
                .orElseThrow(() -> new OltFault(
                        OltFault.Kind.UNKNOWN_OLT,
                        olt,
                        operation,
                        "a line",
                        "the OLT is not set up, known are " + olts.keySet()));
    }

    private static WantedLine plan(OltConnection olt, LineService service) {
        try {
            return WantedLine.of(olt.settings(), service.profile(), service.bindings());
        } catch (IllegalArgumentException refused) {
            throw notSetUp(olt.settings().olt(), service, refused);
        }
    }
}
