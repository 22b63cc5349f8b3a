package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.internal.line.Places.Place;
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
    private final Places places;

    /**
     * An order.
     *
     * @param places where the ONU was, if that is known already
     */
    LineRemoval(OltConnection olt, OltSessions sessions, OnuRegistration registration, Places places) {
        this.olt = olt;
        this.driver = olt.driver();
        this.sessions = sessions;
        this.registration = registration;
        this.places = places;
    }

    /**
     * Carries it out.
     *
     * @return whether anything had to be written
     */
    boolean carryOut() {
        Optional<OnuRef> registered = registered();
        registered.ifPresent(this::delete);
        return registered.isPresent();
    }

    /** The ONU where it is registered. Where it was a while ago is believed only if it is still there, or was nowhere. */
    private Optional<OnuRef> registered() {
        Optional<Place> place = places.take(registration.onu());
        if (place.isPresent() && place.get().onu().isEmpty()) {
            return Optional.empty();
        }
        return place.flatMap(Place::onu)
                .filter(this::isAtOrderedPort)
                .filter(onu -> configuration(onu).isPresent())
                .or(this::find);
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
        return driver.find(sessions.of(Operation.FIND), registration.onu()).filter(this::isAtOrderedPort);
    }

    private boolean isAtOrderedPort(OnuRef onu) {
        return onu.port().equals(registration.ponPort());
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
