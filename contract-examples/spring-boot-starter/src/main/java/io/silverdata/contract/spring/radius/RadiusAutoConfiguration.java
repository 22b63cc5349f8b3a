package io.silverdata.contract.spring.radius;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.credential.CredentialListener;
import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spring.property.MissingBeanException;
import java.security.SecureRandom;
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
            CredentialSource credentials,
            ObjectProvider<NasSettings> beans,
            Map<String, NasProfile> profiles) {
        RadiusGateway.Builder radius = RadiusGateway.builder()
                .dataSource(
                        pool.dataSource(),
                        RadiusSettings.RADIUS
                                .child("dialect")
                                .require(properties.dialect(), "postgresql, mariadb or sqlite"))
                .credentials(credentials);
        new RadiusSettings(properties, profiles)
                .set(radius, beans.orderedStream().toList());
        return RadiusSettings.RADIUS.child("nas").read(properties.nas(), nas -> radius.build());
    }

    @Bean
    @ConditionalOnMissingBean
    CredentialSource contractCredentialSource(ObjectProvider<CredentialListener> listeners) {
        CredentialListener listener = listeners.getIfAvailable();
        if (listener == null) {
            throw new MissingBeanException(
                    "CredentialSource or CredentialListener",
                    "the passwords of subscribers, or where those that are made here are kept");
        }
        return CredentialSource.random(new SecureRandom(), listener);
    }
}
