package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.List;
import java.util.Optional;

/** RADIUS as one process sees it. */
final class ProcessRadius implements AccessProvisioner {
    static final String DEVICE = "RADIUS";

    private final AccessProvisioner radius;
    private final SimulatedProcess process;
    private final Town town;
    private final Timeline timeline;
    private final Trouble trouble;

    ProcessRadius(SimulatedProcess process, Town town, Timeline timeline, Trouble trouble) {
        this.radius = town.ports().radius();
        this.process = process;
        this.town = town;
        this.timeline = timeline;
        this.trouble = trouble;
    }

    @Override
    public DeviceOutcome ensure(AccessService service) {
        AccessOrder order = new AccessOrder.Ensure(service);
        requireLease(order);
        return told(order);
    }

    @Override
    public DeviceOutcome remove(RadiusUser user) {
        AccessOrder order = new AccessOrder.Remove(user);
        requireLease(order);
        return told(order);
    }

    /** Leases are required when a group begins: an adapter cannot know whether they are renewed meanwhile. */
    @Override
    public List<DeviceOutcome> carryOut(List<AccessOrder> orders) {
        orders.forEach(this::requireLease);
        return orders.stream().map(this::toldOrThrown).toList();
    }

    @Override
    public Observation observe(AccessService service) {
        process.requireAlive();
        return trouble.observed(
                call(service.user(), "looks at login " + service.user()), () -> radius.observe(service));
    }

    @Override
    public Observation observeRemoved(RadiusUser user) {
        process.requireAlive();
        Observation seen = trouble.observed(
                call(user, "looks whether login " + user + " is gone"), () -> radius.observeRemoved(user));
        if (!(seen instanceof Observation.InSync)) {
            town.leavesOver(new Extra.Login(user));
        }
        return seen;
    }

    @Override
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        process.requireAlive();
        timeline.point();
        return radius.logins(after, max);
    }

    private DeviceOutcome toldOrThrown(AccessOrder order) {
        try {
            return told(order);
        } catch (RuntimeException defect) {
            return new DeviceOutcome.Unknown("the adapter threw " + defect);
        }
    }

    private DeviceOutcome told(AccessOrder order) {
        process.requireAlive();
        if (order instanceof AccessOrder.Ensure ensure) {
            AccessService service = ensure.service();
            String words = "tells RADIUS to let " + service.user() + " in for " + service.contract() + " with "
                    + service.profile() + " under " + service.enforcement();
            return trouble.told(call(service.user(), words), () -> radius.ensure(service));
        }
        DeviceOutcome outcome = trouble.told(
                call(order.user(), "tells RADIUS to remove " + order.user()), () -> radius.remove(order.user()));
        if (!(outcome instanceof DeviceOutcome.Applied)) {
            town.leavesOver(new Extra.Login(order.user()));
        }
        return outcome;
    }

    private void requireLease(AccessOrder order) {
        process.requireAlive();
        trouble.requireWritten(
                new WriteScope.Radius(),
                call(order.user(), "writes to RADIUS about " + order.user()),
                order instanceof AccessOrder.Ensure ensure
                        ? Optional.of(ensure.service().contract())
                        : Optional.empty());
        // what a contract does not hold any more is removed without its lease
        if (order instanceof AccessOrder.Ensure) {
            trouble.requireLease(call(order.user(), "writes to RADIUS about " + order.user()));
        }
    }

    private Trouble.Call call(RadiusUser user, String words) {
        return new Trouble.Call(
                process,
                DEVICE,
                user.toString(),
                town.ports().storage().contracts().holderOf(user),
                process.name() + " " + words);
    }
}
