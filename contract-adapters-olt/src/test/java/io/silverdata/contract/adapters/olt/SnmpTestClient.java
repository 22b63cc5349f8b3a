package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.internal.snmp.Deadline;
import io.silverdata.contract.adapters.olt.internal.snmp.SnmpClient;
import io.silverdata.contract.adapters.olt.internal.snmp.SnmpTransport;
import io.silverdata.contract.adapters.olt.peer.SnmpUser;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.WalkStyle;
import io.silverdata.contract.model.OltId;
import java.time.Duration;

/** Our conversation with an agent of someone else's, without driver or gateway. */
final class SnmpTestClient implements AutoCloseable {
    static final OltSettings.Timing IMPATIENT = new OltSettings.Timing(
            Duration.ofSeconds(1), 0, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(10));

    private final SnmpTransport transport = SnmpTransport.open();
    private final SnmpClient client;

    private SnmpTestClient(OltSettings settings) {
        client = transport.client(settings);
    }

    static SnmpTestClient at(int port, SnmpAccess access) {
        return new SnmpTestClient(OltSettings.builder(new OltId("olt-1"))
                .address("127.0.0.1", port)
                .access(access)
                .driver("none")
                .timing(IMPATIENT)
                .build());
    }

    static SnmpAccess.V3 access(SnmpUser user) {
        boolean strong = user.authentication().equals("SHA-512");
        return new SnmpAccess.V3(
                user.name(),
                strong ? SnmpAccess.Auth.SHA_512 : SnmpAccess.Auth.SHA_256,
                Secret.of(user.authenticationKey()),
                strong ? SnmpAccess.Priv.AES_256 : SnmpAccess.Priv.AES_128,
                Secret.of(user.privacyKey()),
                "");
    }

    OltSession session(Operation operation) {
        return client.session(operation, WalkStyle.BULK, Deadline.in(Duration.ofMinutes(1)));
    }

    @Override
    public void close() {
        transport.close();
    }
}
