package io.silverdata.contract.spring.olt;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spring.worker.WorkerRound;
import java.util.List;
import java.util.Optional;
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
        properties.olts().forEach((id, olt) -> gateway.olt(settings(id, olt)));
        beans.orderedStream().forEach(gateway::olt);
        return gateway.build();
    }

    /** The gateway has no timer: without this an OLT that restarts would forget what was registered. */
    @Bean
    WorkerRound contractOltSaves(OltGateway gateway) {
        return contracts -> gateway.saveDue();
    }

    private static OltSettings settings(String id, OltProperties.Olt olt) {
        OltSettings.Builder settings = OltSettings.builder(new OltId(id))
                .address(olt.host(), olt.port())
                .access(access(id, olt))
                .driver(olt.driver())
                .allowExperimental(olt.allowExperimental().toArray(Operation[]::new));
        olt.options().forEach(settings::option);
        olt.plans().forEach(plan -> settings.plan(plan(plan)));
        return settings.build();
    }

    private static SnmpAccess access(String id, OltProperties.Olt olt) {
        return Optional.ofNullable(olt.v3())
                .<SnmpAccess>map(OltAutoConfiguration::user)
                .or(() -> olt.community().map(community -> new SnmpAccess.V2c(Secret.of(community))))
                .orElseThrow(() -> new IllegalStateException(
                        "contract.olts." + id + " needs v3.user with its passphrases, or community"));
    }

    private static SnmpAccess user(OltProperties.User user) {
        return new SnmpAccess.V3(
                user.user(),
                user.auth(),
                Secret.of(user.authPassphrase()),
                user.priv(),
                Secret.of(user.privPassphrase()),
                user.context());
    }

    private static LinePlan plan(OltProperties.Plan plan) {
        List<ServiceBinding> bindings =
                plan.bindings().stream().map(OltAutoConfiguration::binding).toList();
        return new LinePlan(new ProfileName(plan.profile()), new OnuProfiles(plan.line(), plan.service()), bindings);
    }

    private static ServiceBinding binding(OltProperties.Binding binding) {
        return binding.user()
                .map(user -> ServiceBinding.tagged(binding.gemPort(), user, binding.outer()))
                .orElseGet(() -> ServiceBinding.untagged(binding.gemPort(), binding.outer()));
    }
}
