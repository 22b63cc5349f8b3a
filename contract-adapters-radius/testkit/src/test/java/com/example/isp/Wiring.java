package com.example.isp;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.SqlDialect;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.nas.NasTableSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import javax.sql.DataSource;

/** The wiring of docs/radius.md, for the compiler. */
final class Wiring {
    /** The host's. */
    interface Vault {
        void keep(RadiusUser user, Password password);
    }

    private Wiring() {}

    static RadiusGateway wire(DataSource pool, String bngSecret, Vault vault) throws UnknownHostException {
        // example
        var mikrotik = NasProfiles.withCaptivity(
                NasProfiles.mikrotik(), RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden"));
        var bng = NasEndpoint.of(InetAddress.getByName("192.0.2.1"), SharedSecret.of(bngSecret));
        var throttled = new HoldGroup(new ProfileName("throttled"), Rates.ofMbps(1, 1));
        var captive = new HoldGroup(new ProfileName("captive"), Rates.ofMbps(2, 1));

        RadiusGateway radius = RadiusGateway.builder()
                .dataSource(pool, SqlDialect.POSTGRESQL)
                .throttled(throttled)
                .captive(captive)
                .credentials(CredentialSource.random(new SecureRandom(), vault::keep))
                .nas(NasSettings.of("bng-1", bng, mikrotik))
                .nasTable(NasTableSettings.of(mikrotik))
                .radiusServer(InetAddress.getByName("192.0.2.10"))
                .build();

        radius.plans()
                .publish(PlanGroup.of(new ProfileName("home-100"), Rates.ofMbps(100, 50))
                        .with(RadiusAttribute.integer(Attributes.ACCT_INTERIM_INTERVAL, 300)));
        radius.plans().publish(PlanGroup.of(throttled.group(), throttled.rates()));
        radius.plans()
                .publish(PlanGroup.captive(captive.group(), captive.rates())
                        .with(RadiusAttribute.integer(Attributes.SESSION_TIMEOUT, 900)));
        // end of the example
        return radius;
    }
}
