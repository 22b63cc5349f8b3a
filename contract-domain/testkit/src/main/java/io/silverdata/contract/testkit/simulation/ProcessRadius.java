package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.Optional;

/** RADIUS as one process sees it. */
final class ProcessRadius implements AccessProvisioner {
    static final String DEVICE = "RADIUS";

    private final AccessProvisioner radius;
    private final SimulatedProcess process;
    private final Timeline timeline;
    private final Trouble trouble;

    ProcessRadius(AccessProvisioner radius, SimulatedProcess process, Timeline timeline, Trouble trouble) {
        this.radius = radius;
        this.process = process;
        this.timeline = timeline;
        this.trouble = trouble;
    }

    @Override
    public DeviceOutcome ensure(AccessService service) {
        process.requireAlive();
        String words = "tells RADIUS to let " + service.user() + " in for " + service.contract() + " with "
                + service.profile() + " under " + service.enforcement();
        return trouble.told(call(service.user(), words), () -> radius.ensure(service));
    }

    @Override
    public DeviceOutcome remove(RadiusUser user) {
        process.requireAlive();
        return trouble.told(call(user, "tells RADIUS to remove " + user), () -> radius.remove(user));
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
        return trouble.observed(
                call(user, "looks whether login " + user + " is gone"), () -> radius.observeRemoved(user));
    }

    @Override
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        process.requireAlive();
        timeline.point();
        return radius.logins(after, max);
    }

    private Trouble.Call call(RadiusUser user, String words) {
        return new Trouble.Call(process, DEVICE, user.toString(), process.name() + " " + words);
    }
}
