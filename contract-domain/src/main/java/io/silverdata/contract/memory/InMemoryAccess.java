package io.silverdata.contract.memory;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A RADIUS side that applies everything and never fails. Safe for use by any number of threads. */
public final class InMemoryAccess implements AccessProvisioner {
    private final ConcurrentNavigableMap<RadiusUser, AccessService> services = new ConcurrentSkipListMap<>();

    /** Knows no login. */
    public InMemoryAccess() {}

    @Override
    public DeviceOutcome ensure(AccessService service) {
        services.put(service.user(), service);
        return new DeviceOutcome.Applied();
    }

    @Override
    public DeviceOutcome remove(RadiusUser user) {
        services.remove(user);
        return new DeviceOutcome.Applied();
    }

    @Override
    public Observation observe(AccessService service) {
        return find(service.user())
                .map(found -> compare(found, service))
                .orElseGet(() -> drifted(Drift.Kind.MISSING, "no login " + service.user()));
    }

    @Override
    public Observation observeRemoved(RadiusUser user) {
        return find(user)
                .map(found -> drifted(Drift.Kind.EXTRA, "login " + user + " of contract " + found.contract()))
                .orElseGet(Observation.InSync::new);
    }

    @Override
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, was " + max);
        }
        List<RadiusUser> page = after
                .map(last -> services.navigableKeySet().tailSet(new RadiusUser(last), false))
                .orElseGet(services::navigableKeySet)
                .stream()
                .limit(max)
                .toList();
        Optional<String> next = page.size() < max
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).value());
        return new Reading.Complete<>(new LoginPage(page, next));
    }

    /** What was last told about a login, if it was not removed. */
    public Optional<AccessService> find(RadiusUser user) {
        return Optional.ofNullable(services.get(user));
    }

    /** Every login as it is now, in their order; a copy. */
    public Map<RadiusUser, AccessService> all() {
        return new ConcurrentSkipListMap<>(services);
    }

    private static Observation compare(AccessService found, AccessService wanted) {
        Differences differences = new Differences()
                .compare("contract", found.contract(), wanted.contract())
                .compare("profile", found.profile(), wanted.profile())
                .compare("download", found.rates().download(), wanted.rates().download())
                .compare("upload", found.rates().upload(), wanted.rates().upload())
                .compare("burst", found.rates().burst(), wanted.rates().burst())
                .compare("enforcement", found.enforcement(), wanted.enforcement())
                .compare("settings", found.settings(), wanted.settings());
        return differences.observation();
    }

    private static Observation drifted(Drift.Kind kind, String detail) {
        return new Observation.Drifted(new Drift(kind, detail));
    }
}
