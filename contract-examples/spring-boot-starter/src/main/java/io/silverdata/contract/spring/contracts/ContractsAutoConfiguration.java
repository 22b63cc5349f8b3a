package io.silverdata.contract.spring.contracts;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.feasibility.FeasibilityPolicy;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.model.AllowedReplyAttribute;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.BandwidthLedger;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.spi.EquipmentInventory;
import io.silverdata.contract.spi.IdGenerator;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spring.olt.OltAutoConfiguration;
import io.silverdata.contract.spring.property.MissingBeanException;
import io.silverdata.contract.spring.property.PropertyName;
import io.silverdata.contract.spring.radius.RadiusAutoConfiguration;
import io.silverdata.contract.spring.storage.ContractStorageAutoConfiguration;
import io.silverdata.contract.worker.RetryPolicy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link Contracts} from the application's beans: {@link CustomerDirectory} and {@link PlanCatalog}, which it must have, an {@link
 * AccessProvisioner} and a {@link LineProvisioner}, which properties can make, and any of the optional ports, policies and
 * listeners. The clock is that of the application, where it has one.
 */
@AutoConfiguration(
        after = {ContractStorageAutoConfiguration.class, RadiusAutoConfiguration.class, OltAutoConfiguration.class})
@ConditionalOnBean(Storage.class)
@EnableConfigurationProperties(ContractsProperties.class)
public final class ContractsAutoConfiguration {
    private static final PropertyName CONTRACT = new PropertyName("contract");

    /** For Spring. */
    public ContractsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Contracts contracts(
            Storage storage,
            ContractsProperties properties,
            HostBeans host,
            ObjectProvider<ContractsListener> listeners,
            ObjectProvider<ContractsCustomizer> customizers) {
        ContractsBuilder builder = Contracts.builder()
                .storage(storage)
                .zone(CONTRACT.child("zone")
                        .require(properties.zone(), "the operator's time zone, such as America/Guayaquil"));
        host.wire(builder);
        set("worker-name", properties.workerName(), builder::workerName);
        set("lease", properties.lease(), builder::lease);
        set("clock-tolerance", properties.clockTolerance(), builder::clockTolerance);
        set("conflict-attempts", properties.conflictAttempts(), builder::conflictAttempts);
        if (!properties.replyAttributes().isEmpty()) {
            builder.replyAttributes(allowed(properties.replyAttributes()));
        }
        builder.listener(new EveryListener(listeners.orderedStream().toList()));
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean
    HostBeans contractHostBeans(
            ObjectProvider<CustomerDirectory> customers,
            ObjectProvider<PlanCatalog> plans,
            ObjectProvider<AccessProvisioner> radius,
            ObjectProvider<LineProvisioner> olts,
            OptionalBeans optional) {
        return new HostBeans(
                required(customers, "CustomerDirectory", "who may hold a contract"),
                required(plans, "PlanCatalog", "what is sold"),
                required(
                        radius,
                        "AccessProvisioner",
                        "RADIUS; contract.radius.* with contract-adapters-radius makes one"),
                required(olts, "LineProvisioner", "OLTs; contract.olts.* with contract-adapters-olt makes one"),
                optional);
    }

    @Bean
    OptionalBeans contractOptionalBeans(
            ObjectProvider<DebtLedger> debts,
            ObjectProvider<DunningPolicy> dunning,
            ObjectProvider<BandwidthLedger> bandwidth,
            ObjectProvider<EquipmentInventory> equipment,
            ObjectProvider<IdGenerator> ids,
            ObjectProvider<Clock> clock,
            ObjectProvider<SuspensionPolicies> suspensions,
            ObjectProvider<FeasibilityPolicy> feasibility,
            ObjectProvider<AllocationPolicy> allocation,
            ObjectProvider<RetryPolicy> retries) {
        return builder -> {
            debts.ifUnique(builder::debts);
            dunning.ifUnique(builder::dunning);
            bandwidth.ifUnique(builder::bandwidth);
            equipment.ifUnique(builder::equipment);
            ids.ifUnique(builder::ids);
            clock.ifUnique(builder::clock);
            suspensions.ifUnique(builder::suspensionPolicies);
            feasibility.ifUnique(builder::feasibility);
            allocation.ifUnique(builder::allocation);
            retries.ifUnique(builder::retries);
        };
    }

    private static List<AllowedReplyAttribute> allowed(List<ContractsProperties.ReplyAttribute> given) {
        List<AllowedReplyAttribute> allowed = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            PropertyName at = CONTRACT.child("reply-attributes").child(i);
            ContractsProperties.ReplyAttribute one = given.get(i);
            String name = at.child("name").readAnother(one.name(), names);
            AllowedReplyAttribute once =
                    at.child("name").read(name, known -> AllowedReplyAttribute.once(known, one.type()));
            allowed.add(
                    at.child("max").read(one.max(), max -> new AllowedReplyAttribute(once.name(), once.type(), max)));
        }
        return allowed;
    }

    private static <V> void set(String name, Optional<V> given, Function<V, ContractsBuilder> slot) {
        given.ifPresent(value -> CONTRACT.child(name).read(value, slot));
    }

    private static <T> T required(ObjectProvider<T> beans, String type, String what) {
        T bean = beans.getIfAvailable();
        if (bean == null) {
            throw new MissingBeanException(type, what);
        }
        return bean;
    }
}
