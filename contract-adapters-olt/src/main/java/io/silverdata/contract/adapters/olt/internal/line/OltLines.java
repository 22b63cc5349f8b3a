package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
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
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
        DeviceOutcome outcome = provision(service);
        return outcome instanceof DeviceOutcome.Applied && service.enabled() ? inService(service) : outcome;
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

    private DeviceOutcome provision(LineService service) {
        return outcome(() -> {
            OltConnection olt = olt(service, Operation.REGISTER);
            LinePlan plan = plan(olt, service);
            write(
                    olt,
                    Operation.REGISTER,
                    sessions -> new LineProvisioning(olt, sessions, service, plan, false).carryOut());
        });
    }

    /** Removes a line. */
    public DeviceOutcome remove(OnuRegistration registration) {
        return outcome(() -> {
            OltConnection olt = olt(registration, Operation.DELETE);
            write(olt, Operation.DELETE, sessions -> new LineRemoval(olt, sessions, registration).carryOut());
        });
    }

    /** Compares a line with how it should be. */
    public Observation observe(LineService service) {
        return observed(() -> {
            OltConnection olt = olt(service, Operation.READ_CONFIGURATION);
            LinePlan plan = plan(olt, service);
            return read(
                    olt,
                    sessions -> LineComparison.ofProvisioned(
                            configuration(olt, sessions, service.line().registration()), service, plan));
        });
    }

    /** Looks whether a line that should be removed is. */
    public Observation observeRemoved(OnuRegistration registration) {
        return observed(() -> {
            OltConnection olt = olt(registration, Operation.READ_CONFIGURATION);
            return read(olt, sessions -> LineComparison.ofRemoved(find(olt, sessions, registration)));
        });
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
        LinePlan plan = plan(olt, service);
        List<List<VarBind>> sets = new ArrayList<>();
        olt.read(
                Operation.REGISTER,
                sessions -> new LineProvisioning(
                                olt, operation -> new DryRunSession(sessions.of(operation), sets), service, plan, true)
                        .carryOut());
        return List.copyOf(sets);
    }

    static OltFault unknownProfile(OltId olt, ProfileName profile) {
        return new OltFault(
                OltFault.Kind.UNKNOWN_PROFILE,
                olt,
                Operation.REGISTER,
                "profile " + profile,
                "it is not set up for this OLT");
    }

    private static DeviceOutcome outcome(Runnable order) {
        try {
            order.run();
            return new DeviceOutcome.Applied();
        } catch (OltFault fault) {
            LOG.debug("an order failed", fault);
            return DeviceOutcomes.of(fault);
        }
    }

    private static Observation observed(Supplier<Observation> observation) {
        try {
            return observation.get();
        } catch (OltFault fault) {
            return new Observation.Unreadable(fault.getMessage());
        }
    }

    private static void write(OltConnection olt, Operation operation, Predicate<OltSessions> order) {
        olt.require(Operation.FIND, Operation.READ_CONFIGURATION);
        olt.write(operation, sessions -> {
            boolean changed = order.test(sessions);
            if (changed) {
                olt.saves().changed(sessions);
            }
            return changed;
        });
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
            OltConnection olt, OltSessions sessions, OnuRegistration registration) {
        Optional<OnuRef> registered = find(olt, sessions, registration);
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

    private static LinePlan plan(OltConnection olt, LineService service) {
        return olt.settings()
                .plan(service.profile())
                .orElseThrow(() -> unknownProfile(olt.settings().olt(), service.profile()));
    }
}
