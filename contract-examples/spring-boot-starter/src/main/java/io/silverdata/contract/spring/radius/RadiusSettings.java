package io.silverdata.contract.spring.radius;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.nas.NasTableSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.spring.property.PropertyName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of {@code contract.radius.*} what the gateway takes; what cannot be used is told under its name. */
final class RadiusSettings {
    static final PropertyName RADIUS = new PropertyName("contract.radius");

    private final RadiusProperties properties;
    private final Map<String, NasProfile> profiles = new HashMap<>(Map.of(
            "mikrotik", NasProfiles.mikrotik(),
            "huawei", NasProfiles.huawei(),
            "accel-ppp", NasProfiles.accelPpp(),
            "wispr", NasProfiles.wispr(),
            "nokia-sr-override", NasProfiles.nokiaSrOverride()));

    /** @param profiles the application's own, by the names of their beans */
    RadiusSettings(RadiusProperties properties, Map<String, NasProfile> profiles) {
        this.properties = properties;
        this.profiles.putAll(profiles);
    }

    /**
     * Sets what the properties say.
     *
     * @param beans further NAS of the application
     */
    void set(RadiusGateway.Builder radius, List<NasSettings> beans) {
        radius.throttled(throttled()).captive(captive()).adoptsLogins(properties.adoptsLogins());
        properties.owner().ifPresent(owner -> RADIUS.child("owner").read(owner, radius::owner));
        properties
                .nasTable()
                .ifPresent(
                        profile -> radius.nasTable(NasTableSettings.of(profile(RADIUS.child("nas-table"), profile))));
        replyAttributes(radius);
        for (int i = 0; i < properties.nas().size(); i++) {
            radius.nas(nas(RADIUS.child("nas").child(i), properties.nas().get(i)));
        }
        beans.forEach(radius::nas);
        if (properties.nas().isEmpty()
                && beans.isEmpty()
                && properties.nasTable().isEmpty()) {
            throw RADIUS.child("nas").missing("a NAS, or contract.radius.nas-table, or a bean of type NasSettings");
        }
    }

    private HoldGroup throttled() {
        RadiusProperties.Throttled group = properties.throttled();
        return group(RADIUS.child("throttled"), group.group(), group.downMbps(), group.upMbps());
    }

    private HoldGroup captive() {
        RadiusProperties.Captive group = properties.captive();
        PropertyName at = RADIUS.child("captive");
        if (group.group().equals(properties.throttled().group())) {
            throw at.child("group").refuse(group.group(), "must be another group than for throttling");
        }
        return group(at, group.group(), group.downMbps(), group.upMbps());
    }

    private static HoldGroup group(PropertyName at, String name, long down, long up) {
        return new HoldGroup(
                at.child("group").read(name, ProfileName::new),
                new Rates(
                        at.child("down-mbps").read(down, Bandwidth::ofMbps),
                        at.child("up-mbps").read(up, Bandwidth::ofMbps)));
    }

    private void replyAttributes(RadiusGateway.Builder radius) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < properties.replyAttributes().size(); i++) {
            PropertyName at = RADIUS.child("reply-attributes").child(i);
            RadiusProperties.ReplyAttribute given = properties.replyAttributes().get(i);
            at.child("name").readAnother(given.name(), names);
            radius.replyAttribute(attribute(at, given));
        }
    }

    private static AttributeType attribute(PropertyName at, RadiusProperties.ReplyAttribute given) {
        AttributeType named =
                at.child("name").read(given.name(), name -> AttributeType.standard(name, 1, given.kind()));
        AttributeType numbered = at.child("vendor")
                .read(given.vendor(), vendor -> AttributeType.vendor(named.name(), vendor, 1, named.kind()));
        return at.child("code")
                .read(
                        given.code(),
                        code -> AttributeType.vendor(numbered.name(), numbered.vendor(), code, numbered.kind()));
    }

    private NasSettings nas(PropertyName at, RadiusProperties.Nas nas) {
        NasProfile profile = profile(at.child("profile"), nas.profile());
        SharedSecret secret = at.child("secret").readSecret(nas.secret(), SharedSecret::of);
        NasEndpoint.Builder endpoint =
                at.child("address").read(nas.address(), address -> NasEndpoint.builder(resolved(address), secret));
        at.child("port").read(nas.port(), endpoint::port);
        NasSettings.Builder settings =
                at.child("name").read(nas.name(), name -> NasSettings.builder(name, endpoint.build(), profile));
        for (int i = 0; i < nas.serves().size(); i++) {
            at.child("serves").child(i).read(nas.serves().get(i), settings::serves);
        }
        return settings.build();
    }

    private static InetAddress resolved(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "address must be an IP address, or a name that can be resolved", unknown);
        }
    }

    private NasProfile profile(PropertyName at, @Nullable String name) {
        String allowed =
                "one of " + profiles.keySet().stream().sorted().toList() + ", or the name of a bean of type NasProfile";
        NasProfile profile = profiles.get(at.require(name, allowed));
        if (profile == null) {
            throw at.refuse(String.valueOf(name), "must be " + allowed);
        }
        return profile;
    }
}
