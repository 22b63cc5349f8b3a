package io.silverdata.contract.adapters.radius.support;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.RetransmissionPolicy;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.testkit.ContractFixtures;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Gateways as the tests need them: MikroTik's attributes, and the groups of the fixtures' plans. */
public final class Gateways {
    public static final HoldGroup THROTTLED = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
    public static final HoldGroup CAPTIVE = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));
    public static final String SECRET = "a-secret-of-the-tests";

    private Gateways() {}

    public static NasProfile mikrotik() {
        return NasProfiles.withCaptivity(
                NasProfiles.mikrotik(), RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden"));
    }

    public static NasSettings nas(InetSocketAddress address) {
        return NasSettings.of("nas-" + address.getPort(), endpoint(address), mikrotik());
    }

    public static NasEndpoint endpoint(InetSocketAddress address) {
        return NasEndpoint.builder(address.getAddress(), SharedSecret.of(SECRET))
                .port(address.getPort())
                .identifierReuseDelay(Duration.ZERO)
                .retransmission(new RetransmissionPolicy(
                        Duration.ofMillis(150), Duration.ofMillis(600), 3, Duration.ofSeconds(2), 0))
                .build();
    }

    /** Waits as long as it takes on a busy machine before it sends again. */
    public static NasEndpoint.Builder patient(InetSocketAddress address) {
        return NasEndpoint.builder(address.getAddress(), SharedSecret.of(SECRET))
                .port(address.getPort())
                .retransmission(new RetransmissionPolicy(
                        Duration.ofSeconds(10), Duration.ofSeconds(10), 3, Duration.ofSeconds(30), 0));
    }

    /** A gateway without a NAS that anything is sent to. */
    public static RadiusGateway.Builder builder(TestDatabase database) {
        return withoutNas(database).nas(nas(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
    }

    public static RadiusGateway.Builder withoutNas(TestDatabase database) {
        return RadiusGateway.builder()
                .dataSource(database, database.dialect())
                .throttled(THROTTLED)
                .captive(CAPTIVE)
                .credentials(user -> new Password("password-of-" + user.value().hashCode()))
                .accountingTimeout(Duration.ofMillis(500));
    }

    /** The same with a plan whose group has no rows: FreeRADIUS would give it no limit, so that it is refused. */
    public static AccessService withoutGroup(AccessService service) {
        return new AccessService(
                service.contract(),
                service.user(),
                new ProfileName("no-such-group"),
                service.rates(),
                service.enforcement());
    }

    /** The groups of the fixtures' plans, and of the holds. */
    public static RadiusGateway withGroups(RadiusGateway gateway) {
        gateway.plans()
                .publish(PlanGroup.of(
                        ContractFixtures.plan().accessProfile(),
                        ContractFixtures.plan().rates()))
                .get();
        gateway.plans()
                .publish(PlanGroup.of(
                        ContractFixtures.fasterPlan().accessProfile(),
                        ContractFixtures.fasterPlan().rates()))
                .get();
        gateway.plans()
                .publish(PlanGroup.of(THROTTLED.group(), THROTTLED.rates()))
                .get();
        gateway.plans()
                .publish(PlanGroup.captive(CAPTIVE.group(), CAPTIVE.rates()))
                .get();
        return gateway;
    }
}
