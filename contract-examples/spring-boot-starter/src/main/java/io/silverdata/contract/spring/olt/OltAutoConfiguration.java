package io.silverdata.contract.spring.olt;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.spi.LineProvisioner;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * OLTs from {@code contract.olts.*}, and from beans of type {@link OltSettings}. Drivers are those on the class path, and beans of type {@link
 * OltDriverProvider}.
 */
@AutoConfiguration
@ConditionalOnClass(OltGateway.class)
@ConditionalOnMissingBean(LineProvisioner.class)
@EnableConfigurationProperties(OltProperties.class)
public final class OltAutoConfiguration {
    /** For Spring. */
    public OltAutoConfiguration() {}

    @Bean(destroyMethod = "close")
    OltGateway contractOltGateway(
            OltProperties properties, ObjectProvider<OltSettings> beans, ObjectProvider<OltDriverProvider> drivers) {
        OltGateway.Builder gateway = OltGateway.builder().discoverDrivers(OltAutoConfiguration.class.getClassLoader());
        drivers.orderedStream().forEach(gateway::driver);
        Map<String, OltDriverProvider> known = byId(drivers);
        properties.olts().forEach((id, olt) -> gateway.olt(new OltReader(id, olt).settings(known)));
        List<OltSettings> further = beans.orderedStream().toList();
        further.forEach(gateway::olt);
        if (properties.olts().isEmpty() && further.isEmpty()) {
            throw OltReader.OLTS.missing("an OLT, or a bean of type OltSettings or LineProvisioner");
        }
        return OltReader.OLTS.read(properties.olts(), olts -> gateway.build());
    }

    private static Map<String, OltDriverProvider> byId(ObjectProvider<OltDriverProvider> beans) {
        Map<String, OltDriverProvider> known = new TreeMap<>();
        ServiceLoader.load(OltDriverProvider.class, OltAutoConfiguration.class.getClassLoader())
                .forEach(driver -> known.put(driver.id(), driver));
        beans.orderedStream().forEach(driver -> known.put(driver.id(), driver));
        return known;
    }
}
