package io.silverdata.contract.spring.radius;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.credential.CredentialListener;
import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.nas.NasTableSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.spi.AccessProvisioner;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * RADIUS from {@code contract.radius.*}, once {@code contract.radius.dialect} is set. The application keeps the passwords: it has a bean of
 * type {@link CredentialSource}, or a {@link CredentialListener}, which receives passwords that are made here.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(RadiusGateway.class)
@ConditionalOnProperty("contract.radius.dialect")
@ConditionalOnMissingBean(AccessProvisioner.class)
@EnableConfigurationProperties(RadiusProperties.class)
public final class RadiusAutoConfiguration {
    private static final RadiusProperties.Group CAPTIVE = new RadiusProperties.Group("captive", 2, 1);

    /** For Spring. */
    public RadiusAutoConfiguration() {}

    @Bean(destroyMethod = "close")
    RadiusPool contractRadiusPool(RadiusProperties properties, ObjectProvider<DataSource> application) {
        return properties.database() == null
                ? new RadiusPool(application.getObject(), false)
                : RadiusPool.of(properties.database());
    }

    @Bean(destroyMethod = "close")
    RadiusGateway contractRadiusGateway(
            RadiusProperties properties,
            RadiusPool pool,
            ObjectProvider<CredentialSource> credentials,
            ObjectProvider<CredentialListener> passwords,
            Map<String, NasProfile> beans)
            throws UnknownHostException {
        if (properties.dialect() == null) {
            throw new IllegalStateException("contract.radius.dialect is required");
        }
        Map<String, NasProfile> profiles = profiles(beans);
        RadiusGateway.Builder radius = RadiusGateway.builder()
                .dataSource(pool.dataSource(), properties.dialect())
                .throttled(group(properties.throttled()))
                .captive(group(properties.captive() == null ? CAPTIVE : properties.captive()))
                .credentials(credentials(credentials, passwords))
                .adoptsLogins(properties.adoptsLogins());
        properties.owner().ifPresent(radius::owner);
        properties.nasTable().ifPresent(profile -> radius.nasTable(NasTableSettings.of(profile(profiles, profile))));
        for (RadiusProperties.Nas nas : properties.nas()) {
            NasEndpoint endpoint = NasEndpoint.builder(
                            InetAddress.getByName(nas.address()), SharedSecret.of(nas.secret()))
                    .port(nas.port())
                    .build();
            radius.nas(NasSettings.of(nas.name(), endpoint, profile(profiles, nas.profile())));
        }
        return radius.build();
    }

    private static CredentialSource credentials(
            ObjectProvider<CredentialSource> sources, ObjectProvider<CredentialListener> listeners) {
        return sources.getIfAvailable(() -> {
            CredentialListener listener = listeners.getIfAvailable();
            if (listener == null) {
                throw new IllegalStateException("a bean of type CredentialSource or CredentialListener is required:"
                        + " the passwords of subscribers, or where those that are made here are kept");
            }
            return CredentialSource.random(new SecureRandom(), listener);
        });
    }

    private static HoldGroup group(RadiusProperties.Group group) {
        return new HoldGroup(new ProfileName(group.group()), Rates.ofMbps(group.downMbps(), group.upMbps()));
    }

    private static Map<String, NasProfile> profiles(Map<String, NasProfile> beans) {
        Map<String, NasProfile> profiles = new HashMap<>(Map.of(
                "mikrotik", NasProfiles.mikrotik(),
                "huawei", NasProfiles.huawei(),
                "accel-ppp", NasProfiles.accelPpp(),
                "wispr", NasProfiles.wispr(),
                "nokia-sr-override", NasProfiles.nokiaSrOverride()));
        profiles.putAll(beans);
        return profiles;
    }

    private static NasProfile profile(Map<String, NasProfile> profiles, String name) {
        NasProfile profile = profiles.get(name);
        if (profile == null) {
            throw new IllegalStateException("no profile of a NAS is called " + name + "; there are "
                    + profiles.keySet().stream().sorted().toList() + ", and beans of type NasProfile");
        }
        return profile;
    }
}
