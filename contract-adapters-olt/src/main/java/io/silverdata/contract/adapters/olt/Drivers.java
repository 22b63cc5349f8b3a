package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import java.net.URL;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The drivers that a gateway knows, by id. */
final class Drivers {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final Map<String, OltDriverProvider> byId = new TreeMap<>();

    /** Adds a driver, unless it is the same class again. */
    void add(OltDriverProvider provider) {
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

    void discover(ClassLoader loader) {
        ServiceLoader.load(OltDriverProvider.class, loader).forEach(this::add);
    }

    OltDriverProvider require(OltSettings settings) {
        return Optional.ofNullable(byId.get(settings.driver()))
                .orElseThrow(() -> new IllegalStateException("OLT " + settings.olt() + ": unknown driver "
                        + settings.driver() + ", known are " + byId.keySet()));
    }

    Map<String, OltDriverProvider> all() {
        return byId;
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
