package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.internal.line.Places.Place;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.model.LineService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One order to provision a line: compares the ONU's configuration with the one wanted, and writes only what differs. Every write
 * is read back. If a step fails, those before it are rolled back; if its outcome is unknown, nothing more is touched.
 */
final class LineProvisioning {
    /** Another manager may take the same free id at the same time: look again, once. */
    private static final int ATTEMPTS = 2;

    private final OltConnection olt;
    private final LineService service;
    private final WantedLine plan;
    private final Places places;
    private final boolean dryRun;
    private final LineSteps steps;
    private final Rollback rollback = new Rollback();
    private boolean changed;

    /**
     * An order.
     *
     * @param places where the ONU was, if that is known already
     * @param dryRun whether the sessions only collect what is written, so that it cannot be read back
     */
    LineProvisioning(
            OltConnection olt,
            OltSessions sessions,
            LineService service,
            WantedLine plan,
            Places places,
            boolean dryRun) {
        this.olt = olt;
        this.service = service;
        this.plan = plan;
        this.places = places;
        this.dryRun = dryRun;
        this.steps = new LineSteps(olt, sessions, service);
    }

    /**
     * Carries it out.
     *
     * @return whether anything had to be written
     */
    boolean carryOut() {
        try {
            OnuConfiguration now = registered().orElseGet(this::register);
            now = changeProfiles(now);
            bindServices(now);
            setAdminState(now);
        } catch (OltFault fault) {
            // an undo on top of a write whose outcome is unknown could make it worse
            throw fault.kind() == OltFault.Kind.OUTCOME_UNKNOWN ? fault : rollback.after(fault, olt.newSessions());
        }
        return changed;
    }

    // registration

    /** The ONU as it is registered. Where it was a while ago is believed only if it is still there, or was nowhere. */
    private Optional<OnuConfiguration> registered() {
        Optional<Place> place = places.take(steps.serial());
        if (place.isPresent() && place.get().onu().isEmpty()) {
            return Optional.empty();
        }
        return place.flatMap(Place::onu)
                .filter(onu -> onu.port().equals(steps.port()))
                .flatMap(steps::read)
                .or(() -> steps.find().map(onu -> steps.configuration(atOrderedPort(onu))));
    }

    private OnuConfiguration register() {
        olt.require(Operation.REGISTER);
        RegisterOnu order = order(plan.profiles());
        for (int attempt = 1; ; attempt++) {
            try {
                return register(order);
            } catch (OltFault fault) {
                if (fault.kind() != OltFault.Kind.CONFLICT || attempt == ATTEMPTS) {
                    throw fault;
                }
                Optional<OnuRef> other = steps.find();
                if (other.isPresent()) {
                    return steps.configuration(atOrderedPort(other.get()));
                }
            }
        }
    }

    private OnuConfiguration register(RegisterOnu order) {
        changed = true;
        if (dryRun) {
            return new OnuConfiguration(steps.register(order), Optional.of(plan.profiles()), true, List.of());
        }
        List<OnuRef> told = new ArrayList<>(1);
        ReadBack.ifUnanswered(
                () -> told.add(steps.register(order)), () -> steps.find().isPresent());
        rollback.add("the registration of " + steps.serial(), again -> unregister(steps.in(again)));
        return told.stream().findFirst().flatMap(steps::read).orElseGet(this::foundAfterwards);
    }

    /** Most OLTs find an ONU by its serial only in their whole table: it is looked for only if it is not where it was registered. */
    private OnuConfiguration foundAfterwards() {
        return steps.configuration(steps.find()
                .filter(found -> found.port().equals(steps.port()))
                .orElseThrow(() -> steps.unconfirmed(Operation.REGISTER, "the ONU is not to be found afterwards")));
    }

    private static void unregister(LineSteps steps) {
        steps.find().ifPresent(steps::delete);
        steps.find().ifPresent(onu -> {
            throw steps.unconfirmed(Operation.DELETE, onu + " is still there afterwards");
        });
    }

    private RegisterOnu order(OnuProfiles profiles) {
        return new RegisterOnu(steps.port(), steps.serial(), profiles, "contract " + service.contract());
    }

    private OnuRef atOrderedPort(OnuRef onu) {
        if (!onu.port().equals(steps.port())) {
            throw new OltFault(
                    OltFault.Kind.SERIAL_ELSEWHERE,
                    olt.settings().olt(),
                    Operation.REGISTER,
                    steps.serial().toString(),
                    "registered as " + onu);
        }
        return onu;
    }

    // profiles

    private OnuConfiguration changeProfiles(OnuConfiguration now) {
        if (now.profiles().isEmpty() || now.profiles().get().equals(plan.profiles())) {
            return now;
        }
        changed = true;
        OnuProfiles before = now.profiles().get();
        if (olt.driver().capabilities().of(Operation.CHANGE_PROFILES).level() == Capability.Level.UNSUPPORTED) {
            return registerAnew(now, before);
        }
        olt.require(Operation.CHANGE_PROFILES);
        changeProfiles(steps, now.onu(), plan.profiles());
        rollback.add(
                "the change of the profiles of " + now.onu(),
                again -> changeProfiles(steps.in(again), now.onu(), before));
        return dryRun ? now : steps.configuration(now.onu());
    }

    private void changeProfiles(LineSteps with, OnuRef onu, OnuProfiles profiles) {
        with.changeProfiles(onu, profiles);
        confirm(with, Operation.CHANGE_PROFILES, onu, now -> now.profiles().equals(Optional.of(profiles)));
    }

    private OnuConfiguration registerAnew(OnuConfiguration now, OnuProfiles before) {
        olt.require(Operation.REGISTER, Operation.DELETE);
        ReadBack.ifUnanswered(() -> steps.delete(now.onu()), () -> steps.find().isEmpty());
        rollback.add("the removal of " + now.onu(), again -> restore(steps.in(again), now, before));
        return register();
    }

    private void restore(LineSteps with, OnuConfiguration former, OnuProfiles profiles) {
        with.register(order(profiles));
        OnuRef onu = with.find().orElseThrow(() -> with.unconfirmed(Operation.REGISTER, "the ONU is not back"));
        former.services().forEach(binding -> with.bind(onu, binding));
        if (!former.enabled()) {
            with.enable(onu, false);
        }
    }

    // services

    private void bindServices(OnuConfiguration now) {
        List<ServiceBinding> wrong = now.services().stream()
                .filter(binding -> !plan.services().contains(binding))
                .toList();
        List<ServiceBinding> missing = plan.services().stream()
                .filter(binding -> !now.services().contains(binding))
                .toList();
        if (wrong.isEmpty() && missing.isEmpty()) {
            return;
        }
        olt.require(Operation.BIND_SERVICE);
        changed = true;
        for (ServiceBinding binding : wrong) {
            steps.unbind(now.onu(), binding);
            rollback.add(
                    "the end of service " + binding, again -> steps.in(again).bind(now.onu(), binding));
        }
        for (ServiceBinding binding : missing) {
            steps.bind(now.onu(), binding);
            rollback.add("service " + binding, again -> steps.in(again).unbind(now.onu(), binding));
        }
        confirm(
                steps,
                Operation.BIND_SERVICE,
                now.onu(),
                after -> new HashSet<>(after.services()).equals(new HashSet<>(plan.services())));
    }

    // administrative state

    private void setAdminState(OnuConfiguration now) {
        if (now.enabled() == service.enabled()) {
            return;
        }
        olt.require(Operation.SET_ADMIN_STATE);
        changed = true;
        steps.enable(now.onu(), service.enabled());
        confirm(steps, Operation.SET_ADMIN_STATE, now.onu(), after -> after.enabled() == service.enabled());
    }

    private void confirm(LineSteps with, Operation operation, OnuRef onu, Predicate<OnuConfiguration> wanted) {
        if (!dryRun && !with.has(onu, wanted)) {
            throw with.unconfirmed(operation, "the OLT accepted it, and shows something else afterwards");
        }
    }
}
