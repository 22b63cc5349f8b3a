package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.OnuRegistration;
import java.util.Optional;

/** One order to remove a line. An ONU of the same serial number at another PON port stays. */
final class LineRemoval {
    private final OltConnection olt;
    private final OltDriver driver;
    private final OltSessions sessions;
    private final OnuRegistration registration;

    LineRemoval(OltConnection olt, OltSessions sessions, OnuRegistration registration) {
        this.olt = olt;
        this.driver = olt.driver();
        this.sessions = sessions;
        this.registration = registration;
    }

    /**
     * Carries it out.
     *
     * @return whether anything had to be written
     */
    boolean carryOut() {
        Optional<OnuRef> registered = find();
        registered.ifPresent(this::delete);
        return registered.isPresent();
    }

    private void delete(OnuRef onu) {
        olt.require(Operation.DELETE);
        Optional<OnuConfiguration> before = configuration(onu);
        try {
            ReadBack.ifUnanswered(() -> driver.delete(sessions.of(Operation.DELETE), onu), () -> find().isEmpty());
        } catch (OltFault fault) {
            throw fault.kind() == OltFault.Kind.OUTCOME_UNKNOWN || isAsBefore(onu, before)
                    ? fault
                    : partial(fault, onu);
        }
        if (find().isPresent()) {
            throw new OltFault(
                    OltFault.Kind.DEVICE_ERROR,
                    olt.settings().olt(),
                    Operation.DELETE,
                    onu.toString(),
                    "the OLT accepted it, and shows the ONU afterwards");
        }
    }

    private boolean isAsBefore(OnuRef onu, Optional<OnuConfiguration> before) {
        try {
            return configuration(onu).equals(before);
        } catch (OltFault unreadable) {
            return false;
        }
    }

    private Optional<OnuRef> find() {
        return driver.find(sessions.of(Operation.FIND), registration.onu())
                .filter(onu -> onu.port().equals(registration.ponPort()));
    }

    private Optional<OnuConfiguration> configuration(OnuRef onu) {
        return driver.configuration(sessions.of(Operation.READ_CONFIGURATION), onu);
    }

    private static OltFault partial(OltFault fault, OnuRef onu) {
        OltFault partial = new OltFault(
                OltFault.Kind.PARTIAL,
                fault.olt(),
                fault.operation(),
                fault.object(),
                fault.deviceError() + "; something of " + onu + " is gone already");
        partial.addSuppressed(fault);
        return partial;
    }
}
