package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.Optional;
import java.util.function.Predicate;

/** What can be done to the ONU of one line, step by step; each write is read back where the OLT did not answer. */
final class LineSteps {
    private final OltConnection olt;
    private final OltDriver driver;
    private final OltSessions sessions;
    private final LineService service;

    LineSteps(OltConnection olt, OltSessions sessions, LineService service) {
        this.olt = olt;
        this.driver = olt.driver();
        this.sessions = sessions;
        this.service = service;
    }

    /** The same steps in other sessions. */
    LineSteps in(OltSessions others) {
        return new LineSteps(olt, others, service);
    }

    Optional<OnuRef> find() {
        return driver.find(sessions.of(Operation.FIND), serial());
    }

    OnuConfiguration configuration(OnuRef onu) {
        return read(onu).orElseThrow(() -> unconfirmed(Operation.READ_CONFIGURATION, onu + " went away"));
    }

    boolean has(OnuRef onu, Predicate<OnuConfiguration> wanted) {
        return read(onu).filter(wanted).isPresent();
    }

    OnuRef register(RegisterOnu order) {
        return driver.register(sessions.of(Operation.REGISTER), order);
    }

    void delete(OnuRef onu) {
        driver.delete(sessions.of(Operation.DELETE), onu);
    }

    void changeProfiles(OnuRef onu, OnuProfiles profiles) {
        ReadBack.ifUnanswered(
                () -> driver.changeProfiles(sessions.of(Operation.CHANGE_PROFILES), onu, profiles),
                () -> has(onu, now -> now.profiles().equals(Optional.of(profiles))));
    }

    void bind(OnuRef onu, ServiceBinding binding) {
        ReadBack.ifUnanswered(
                () -> driver.bindService(sessions.of(Operation.BIND_SERVICE), onu, binding),
                () -> has(onu, now -> now.services().contains(binding)));
    }

    void unbind(OnuRef onu, ServiceBinding binding) {
        ReadBack.ifUnanswered(
                () -> driver.unbindService(sessions.of(Operation.BIND_SERVICE), onu, binding),
                () -> has(onu, now -> !now.services().contains(binding)));
    }

    void enable(OnuRef onu, boolean enabled) {
        ReadBack.ifUnanswered(
                () -> driver.setEnabled(sessions.of(Operation.SET_ADMIN_STATE), onu, enabled),
                () -> has(onu, now -> now.enabled() == enabled));
    }

    /** The fault where the OLT accepted a write and shows something else afterwards. */
    OltFault unconfirmed(Operation operation, String detail) {
        return new OltFault(
                OltFault.Kind.DEVICE_ERROR, olt.settings().olt(), operation, serial() + " at " + port(), detail);
    }

    OnuSerial serial() {
        return service.line().onu();
    }

    PonPortId port() {
        return service.line().ports().ponPort();
    }

    /** How an ONU is configured; empty if it is not registered there. */
    Optional<OnuConfiguration> read(OnuRef onu) {
        return driver.configuration(sessions.of(Operation.READ_CONFIGURATION), onu);
    }
}
