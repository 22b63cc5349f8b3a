package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** {@code --olt ID=DRIVER@HOST[:PORT]}, with what else is to be known about it in {@code --olt-file}. */
final class OltOptions {
    private static final int SNMP = 161;

    private final OltId olt;
    private final Properties file;

    private OltOptions(OltId olt, Properties file) {
        this.olt = olt;
        this.file = file;
    }

    private record Named(OltId olt, String driver, String place) {
        static Named parse(String text) {
            int equals = text.indexOf('=');
            int at = text.indexOf('@', equals);
            if (equals < 1 || at < 0) {
                throw new IllegalArgumentException("--olt " + text + ", expected ID=DRIVER@HOST[:PORT]");
            }
            OltId olt = OltId.parse(text.substring(0, equals))
                    .getOrElseThrow(wrong -> new IllegalArgumentException("--olt " + text + ": " + wrong.message()));
            return new Named(olt, text.substring(equals + 1, at), text.substring(at + 1));
        }
    }

    static Map<OltId, String> drivers(List<String> options) {
        Map<OltId, String> drivers = new LinkedHashMap<>();
        options.stream().map(Named::parse).forEach(named -> drivers.put(named.olt(), named.driver()));
        return drivers;
    }

    static Map<OltId, OltSettings> settings(List<String> options, Optional<Path> path, NetworkPlan plan) {
        Properties file = path.map(OltOptions::read).orElseGet(Properties::new);
        Map<OltId, OltSettings> settings = new LinkedHashMap<>();
        for (String option : options) {
            Named named = Named.parse(option);
            if (!plan.olts().containsKey(named.olt())) {
                throw new IllegalArgumentException("--olt " + option + ": the plant has no such OLT, only "
                        + plan.olts().keySet());
            }
            settings.put(named.olt(), new OltOptions(named.olt(), file).settings(named, plan.plans()));
        }
        return settings;
    }

    private OltSettings settings(Named named, List<PlanSnapshot> plans) {
        HostPort place = HostPort.parse("--olt", named.place(), SNMP);
        OltSettings.Builder settings = OltSettings.builder(olt)
                .address(place.host(), place.port())
                .driver(named.driver())
                .access(SnmpAccess.v3(required("user"), Secret.of(required("auth")), Secret.of(required("priv"))));
        plans.forEach(plan -> settings.plan(plan(plan.lineProfile())));
        property("experimental").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .forEach(operation -> settings.allowExperimental(operation(operation.strip())));
        for (String name : file.stringPropertyNames()) {
            String own = name.startsWith(olt + ".") ? name.substring(olt.value().length() + 1) : name;
            if (own.startsWith("option.")) {
                settings.option(own.substring("option.".length()), property(own).orElse(""));
            }
        }
        return settings.build();
    }

    private LinePlan plan(ProfileName profile) {
        String key = "plan." + profile;
        String text = property(key).orElse(profile + "/" + profile);
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw wrong(key, text, "LINE/SERVICE or LINE/SERVICE/GEM:USER-VLAN:OUTER-VLAN[:UPSTREAM]");
        }
        List<ServiceBinding> services = parts.length == 3 ? List.of(service(key, parts[2])) : List.of();
        return new LinePlan(profile, new OnuProfiles(parts[0], parts[1]), services);
    }

    private ServiceBinding service(String key, String text) {
        String[] parts = text.split(":", -1);
        try {
            return new ServiceBinding(
                    Integer.parseInt(parts[0]),
                    Optional.of(new Vlan(Integer.parseInt(parts[1]))),
                    new Vlan(Integer.parseInt(parts[2])),
                    Optional.empty(),
                    Optional.empty(),
                    parts.length > 3 ? Optional.of(parts[3]) : Optional.empty());
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notThree) {
            throw wrong(key, text, "GEM:USER-VLAN:OUTER-VLAN[:UPSTREAM]");
        }
    }

    private Operation operation(String name) {
        try {
            return Operation.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw wrong("experimental", name, "some of " + Arrays.toString(Operation.values()));
        }
    }

    private String required(String key) {
        String variable = "OLT_" + key.toUpperCase(Locale.ROOT);
        return property(key)
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "--olt " + olt + ": needs " + key + " in --olt-file, or the environment variable " + variable));
    }

    private Optional<String> property(String key) {
        return Optional.ofNullable(file.getProperty(olt + "." + key))
                .or(() -> Optional.ofNullable(file.getProperty(key)))
                .map(String::strip);
    }

    private IllegalArgumentException wrong(String key, String value, String expected) {
        return new IllegalArgumentException(
                "--olt-file: " + key + " of " + olt + " is \"" + value + "\", expected " + expected);
    }

    private static Properties read(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--olt-file: cannot read " + path + " (" + unreadable + ")", unreadable);
        }
        return properties;
    }
}
