package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.io.Serial;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One order to serve an ONU: compares what is with what should be, and does only what differs. Every step is read back. If one
 * fails, those before it are taken back; if what came of one cannot be found out, nothing more is touched.
 */
final class LineOrder {
    /** Another manager may take the same free id at the same time: look again, once. */
    private static final int ATTEMPTS = 2;

    private final OltConnection olt;
    private final OltDriver driver;
    private final Conversation conversation;
    private final LineService service;
    private final LinePlan plan;
    private final boolean dry;
    private final Undo undo = new Undo();
    private boolean changed;

    LineOrder(OltConnection olt, Conversation conversation, LineService service, LinePlan plan, boolean dry) {
        this.olt = olt;
        this.driver = olt.driver();
        this.conversation = conversation;
        this.service = service;
        this.plan = plan;
        this.dry = dry;
    }

    /**
     * Carries it out.
     *
     * @return whether anything had to be written
     */
    boolean carryOut() {
        Optional<OnuRef> found = find();
        try {
            OnuConfiguration now = found.isPresent() ? configuration(here(found.get())) : register();
            now = profiles(now);
            services(now);
            admin(now);
        } catch (OltFault fault) {
            // what came of a step is not known: to take it back could make it worse
            throw fault.kind() == OltFault.Kind.OUTCOME_UNKNOWN ? fault : undo.after(fault, olt.anotherConversation());
        }
        return changed;
    }

    // registering

    private OnuConfiguration register() {
        olt.require(Operation.REGISTER);
        RegisterOnu order = new RegisterOnu(port(), serial(), plan.profiles(), "contract " + service.contract());
        for (int attempt = 1; ; attempt++) {
            try {
                return register(order);
            } catch (OltFault fault) {
                if (fault.kind() != OltFault.Kind.CONFLICT || attempt == ATTEMPTS) {
                    throw fault;
                }
                Optional<OnuRef> other = find();
                if (other.isPresent()) {
                    return configuration(here(other.get()));
                }
            }
        }
    }

    private OnuConfiguration register(RegisterOnu order) {
        OltSession session = conversation.during(Operation.REGISTER);
        changed = true;
        if (dry) {
            OnuRef planned = driver.register(session, order);
            return new OnuConfiguration(planned, Optional.of(plan.profiles()), true, List.of());
        }
        Settled.settle(() -> driver.register(session, order), () -> find().isPresent());
        undo.add("the registration of " + serial(), this::unregister);
        OnuRef onu = find().filter(found -> found.port().equals(port()))
                .orElseThrow(() -> unconfirmed(Operation.REGISTER, "the ONU is not to be found afterwards"));
        return configuration(onu);
    }

    private void unregister(Conversation again) {
        find(again).ifPresent(onu -> driver.delete(again.during(Operation.DELETE), onu));
        find(again).ifPresent(onu -> {
            throw unconfirmed(Operation.DELETE, onu + " is still there afterwards");
        });
    }

    // profiles

    private OnuConfiguration profiles(OnuConfiguration now) {
        if (now.profiles().filter(plan.profiles()::equals).isPresent()
                || now.profiles().isEmpty()) {
            return now;
        }
        changed = true;
        OnuProfiles before = now.profiles().get();
        if (driver.capabilities().of(Operation.CHANGE_PROFILES).level() == Capability.Level.UNSUPPORTED) {
            return registerAnew(now, before);
        }
        olt.require(Operation.CHANGE_PROFILES);
        changeProfiles(conversation, now.onu(), plan.profiles());
        undo.add("the change of the profiles of " + now.onu(), again -> changeProfiles(again, now.onu(), before));
        return dry ? now : configuration(now.onu());
    }

    private void changeProfiles(Conversation during, OnuRef onu, OnuProfiles profiles) {
        Settled.settle(
                () -> driver.changeProfiles(during.during(Operation.CHANGE_PROFILES), onu, profiles),
                () -> has(
                        during,
                        onu,
                        now -> now.profiles().filter(profiles::equals).isPresent()));
        confirm(
                during,
                Operation.CHANGE_PROFILES,
                onu,
                now -> now.profiles().filter(profiles::equals).isPresent());
    }

    private OnuConfiguration registerAnew(OnuConfiguration now, OnuProfiles before) {
        olt.require(Operation.REGISTER);
        olt.require(Operation.DELETE);
        Settled.settle(() -> driver.delete(conversation.during(Operation.DELETE), now.onu()), () -> find().isEmpty());
        undo.add("the removal of " + now.onu(), again -> {
            driver.register(
                    again.during(Operation.REGISTER),
                    new RegisterOnu(port(), serial(), before, "contract " + service.contract()));
            OnuRef onu = find(again).orElseThrow(() -> unconfirmed(Operation.REGISTER, "the ONU is not back"));
            now.services().forEach(binding -> driver.bindService(again.during(Operation.BIND_SERVICE), onu, binding));
            if (!now.enabled()) {
                driver.setEnabled(again.during(Operation.SET_ADMIN_STATE), onu, false);
            }
        });
        return register();
    }

    // services

    private void services(OnuConfiguration now) {
        List<ServiceBinding> wrong = now.services().stream()
                .filter(service -> !plan.services().contains(service))
                .toList();
        List<ServiceBinding> missing = plan.services().stream()
                .filter(service -> !now.services().contains(service))
                .toList();
        if (wrong.isEmpty() && missing.isEmpty()) {
            return;
        }
        olt.require(Operation.BIND_SERVICE);
        changed = true;
        for (ServiceBinding binding : wrong) {
            unbind(conversation, now.onu(), binding);
            undo.add("the end of service " + binding, again -> bind(again, now.onu(), binding));
        }
        for (ServiceBinding binding : missing) {
            bind(conversation, now.onu(), binding);
            undo.add("service " + binding, again -> unbind(again, now.onu(), binding));
        }
        confirm(
                conversation,
                Operation.BIND_SERVICE,
                now.onu(),
                after -> new HashSet<>(after.services()).equals(new HashSet<>(plan.services())));
    }

    private void bind(Conversation during, OnuRef onu, ServiceBinding binding) {
        Settled.settle(
                () -> driver.bindService(during.during(Operation.BIND_SERVICE), onu, binding),
                () -> has(during, onu, now -> now.services().contains(binding)));
    }

    private void unbind(Conversation during, OnuRef onu, ServiceBinding binding) {
        Settled.settle(
                () -> driver.unbindService(during.during(Operation.BIND_SERVICE), onu, binding),
                () -> has(during, onu, now -> !now.services().contains(binding)));
    }

    // administrative state

    private void admin(OnuConfiguration now) {
        if (now.enabled() == service.enabled()) {
            return;
        }
        olt.require(Operation.SET_ADMIN_STATE);
        changed = true;
        enable(conversation, now.onu(), service.enabled());
    }

    private void enable(Conversation during, OnuRef onu, boolean enabled) {
        Settled.settle(
                () -> driver.setEnabled(during.during(Operation.SET_ADMIN_STATE), onu, enabled),
                () -> has(during, onu, now -> now.enabled() == enabled));
        confirm(during, Operation.SET_ADMIN_STATE, onu, now -> now.enabled() == enabled);
    }

    // reading

    private Optional<OnuRef> find() {
        return find(conversation);
    }

    private Optional<OnuRef> find(Conversation during) {
        return driver.find(during.during(Operation.FIND), serial());
    }

    private OnuConfiguration configuration(OnuRef onu) {
        return driver.configuration(conversation.during(Operation.READ_CONFIGURATION), onu)
                .orElseThrow(() -> unconfirmed(Operation.READ_CONFIGURATION, onu + " went away"));
    }

    private boolean has(Conversation during, OnuRef onu, Predicate<OnuConfiguration> wanted) {
        return driver.configuration(during.during(Operation.READ_CONFIGURATION), onu)
                .filter(wanted)
                .isPresent();
    }

    private void confirm(Conversation during, Operation operation, OnuRef onu, Predicate<OnuConfiguration> wanted) {
        if (!dry && !has(during, onu, wanted)) {
            throw unconfirmed(operation, "the OLT accepted it, and shows something else afterwards");
        }
    }

    private OnuRef here(OnuRef onu) {
        if (!onu.port().equals(port())) {
            throw new Elsewhere(onu);
        }
        return onu;
    }

    private OltFault unconfirmed(Operation operation, String detail) {
        return new OltFault(
                OltFault.Kind.DEVICE_ERROR, olt.settings().olt(), operation, serial() + " at " + port(), detail);
    }

    private OnuSerial serial() {
        return service.line().onu();
    }

    private PonPortId port() {
        return service.line().ports().ponPort();
    }

    /** The ONU is registered at another PON port of the same OLT: only whoever asks for it can know which one is right. */
    static final class Elsewhere extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Elsewhere(OnuRef onu) {
            super(onu.toString());
        }
    }
}
