package io.silverdata.contract.adapters.olt.internal.connection;

import io.silverdata.contract.adapters.olt.settings.LineBinding;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.Operation;
import java.net.URL;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The drivers that a gateway knows, by id. */
public final class DriverRegistry {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final Map<String, OltDriverProvider> byId = new TreeMap<>();

    /** Adds a driver, unless it is the same class again. */
    public void add(OltDriverProvider provider) {
        String id = provider.id();
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "driver id must be 1 to 64 characters of a-z, 0-9 and hyphen: '" + id + "' of " + origin(provider));
        }
        OltDriverProvider other = byId.putIfAbsent(id, provider);
        if (other != null && other.getClass() != provider.getClass()) {
            throw new IllegalStateException(
                    "two drivers with the id " + id + ": " + origin(other) + " and " + origin(provider));
        }
    }

    /** Adds every driver that {@link ServiceLoader} finds. */
    public void discover(ClassLoader loader) {
        ServiceLoader.load(OltDriverProvider.class, loader).forEach(this::add);
    }

    /** Every driver by its id. */
    public Map<String, OltDriverProvider> all() {
        return byId;
    }

    /** The driver that an OLT's settings name, once it has accepted their plans. */
    public OltDriver create(OltSettings settings) {
        OltDriver driver = provider(settings).create(new DriverSettings(settings.olt(), settings.options()));
        settings.plans().forEach(plan -> check(driver, settings, plan));
        settings.bindings().forEach(binding -> check(driver, settings, binding));
        return driver;
    }

    private OltDriverProvider provider(OltSettings settings) {
        return Optional.ofNullable(byId.get(settings.driver()))
                .orElseThrow(() -> new IllegalStateException("OLT " + settings.olt() + ": unknown driver "
                        + settings.driver() + ", known are " + byId.keySet()));
    }

    private static void check(OltDriver driver, OltSettings settings, LinePlan plan) {
        String where = "OLT " + settings.olt() + ", profile " + plan.profile() + ": ";
        Capability binding = driver.capabilities().of(Operation.BIND_SERVICE);
        if (!plan.services().isEmpty() && binding.level() == Capability.Level.UNSUPPORTED) {
            throw new IllegalArgumentException(
                    where + "services must be empty for driver " + settings.driver() + ": " + binding.evidence());
        }
        try {
            driver.check(plan.profiles(), plan.services());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + e.getMessage(), e);
        }
    }

    private static void check(OltDriver driver, OltSettings settings, LineBinding binding) {
        Capability capability = driver.capabilities().of(Operation.BIND_SERVICE);
        if (capability.level() == Capability.Level.UNSUPPORTED) {
            throw new IllegalArgumentException("OLT " + settings.olt() + ", binding " + binding.name() + ": driver "
                    + settings.driver() + " binds no services: " + capability.evidence());
        }
    }

    /** The class, and the jar that it is in. */
    private static String origin(OltDriverProvider provider) {
        URL location = Optional.ofNullable(
                        provider.getClass().getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .orElse(null);
        return provider.getClass().getName() + (location == null ? "" : " in " + location);
    }
}
