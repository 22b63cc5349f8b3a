package io.silverdata.contract.spring.olt;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spring.property.PropertyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes settings of the properties of one OLT; what cannot be used is told under its name. */
final class OltReader {
    static final PropertyName OLTS = new PropertyName("contract.olts");

    /** Stands for a passphrase that is read afterwards, so that each is told under its own name. */
    private static final Secret ANY = Secret.of("to be read");

    private final PropertyName at;
    private final OltId id;
    private final OltProperties.Olt olt;

    OltReader(String id, OltProperties.Olt olt) {
        this.at = OLTS.child(id);
        this.id = at.read(id, OltId::new);
        this.olt = olt;
    }

    /** @param drivers those that there are, by their identities */
    OltSettings settings(Map<String, OltDriverProvider> drivers) {
        OltDriver driver = driver(drivers);
        OltSettings.Builder settings = at.child("host")
                .read(olt.host(), OltSettings.builder(id)::address)
                .access(access())
                .driver(at.child("driver").require(olt.driver(), "a driver"))
                .allowExperimental(olt.allowExperimental().toArray(Operation[]::new));
        at.child("port").read(olt.port(), port -> settings.address(String.valueOf(olt.host()), port));
        olt.options().forEach(settings::option);
        for (int i = 0; i < olt.plans().size(); i++) {
            PropertyName plan = at.child("plans").child(i);
            LinePlan line = plan(plan, olt.plans().get(i));
            plan.read(line, any -> checked(driver, line));
            plan.child("profile").read(olt.plans().get(i).profile(), any -> settings.plan(line));
        }
        return settings.build();
    }

    private OltDriver driver(Map<String, OltDriverProvider> drivers) {
        PropertyName name = at.child("driver");
        String allowed = "one of " + drivers.keySet();
        OltDriverProvider provider = drivers.get(name.require(olt.driver(), allowed));
        if (provider == null) {
            throw name.refuse(String.valueOf(olt.driver()), "must be " + allowed);
        }
        return at.child("options").read(olt.options(), options -> provider.create(new DriverSettings(id, options)));
    }

    private static LinePlan checked(OltDriver driver, LinePlan plan) {
        driver.check(plan.profiles(), plan.services());
        return plan;
    }

    private SnmpAccess access() {
        if (olt.v3() != null) {
            return user(at.child("v3"), olt.v3());
        }
        String community = at.child("v3.user")
                .require(olt.community().orElse(null), "a user with its passphrases, or " + at.child("community"));
        return at.child("community").readSecret(community, text -> new SnmpAccess.V2c(Secret.of(text)));
    }

    private static SnmpAccess user(PropertyName at, OltProperties.User user) {
        SnmpAccess.V3 named = at.child("user")
                .read(user.user(), name -> new SnmpAccess.V3(name, user.auth(), ANY, user.priv(), ANY, ""));
        SnmpAccess.V3 authenticated = at.child("auth-passphrase")
                .readSecret(
                        user.authPassphrase(),
                        text -> new SnmpAccess.V3(named.user(), named.auth(), Secret.of(text), named.priv(), ANY, ""));
        SnmpAccess.V3 encrypted = at.child("priv-passphrase")
                .readSecret(
                        user.privPassphrase(),
                        text -> new SnmpAccess.V3(
                                named.user(),
                                named.auth(),
                                authenticated.authPassphrase(),
                                named.priv(),
                                Secret.of(text),
                                ""));
        return at.child("context").read(user.context(), encrypted::inContext);
    }

    private static LinePlan plan(PropertyName at, OltProperties.Plan plan) {
        ProfileName profile = at.child("profile").read(plan.profile(), ProfileName::new);
        String service = at.child("service").require(plan.service(), "a service profile of the OLT");
        OnuProfiles onu = at.child("line").read(plan.line(), line -> new OnuProfiles(line, line));
        OnuProfiles both = at.child("service").read(service, name -> new OnuProfiles(onu.line(), name));
        List<ServiceBinding> bindings = new ArrayList<>();
        for (int i = 0; i < plan.bindings().size(); i++) {
            bindings.add(binding(at.child("bindings").child(i), plan.bindings().get(i)));
        }
        return at.child("bindings").read(bindings, services -> new LinePlan(profile, both, services));
    }

    private static ServiceBinding binding(PropertyName at, OltProperties.Binding binding) {
        Vlan outer = at.child("outer").read(binding.outer(), Vlan::new);
        ServiceBinding untagged =
                at.child("gem-port").read(binding.gemPort(), port -> ServiceBinding.untagged(port, outer.id()));
        return new ServiceBinding(
                untagged.gemPort(),
                binding.user().map(vlan -> at.child("user").read(vlan, Vlan::new)),
                outer,
                binding.inner().map(vlan -> at.child("inner").read(vlan, Vlan::new)),
                binding.downstream(),
                binding.upstream());
    }
}
