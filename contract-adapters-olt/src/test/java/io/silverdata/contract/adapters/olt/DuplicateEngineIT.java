package io.silverdata.contract.adapters.olt;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.internal.snmp.Deadline;
import io.silverdata.contract.adapters.olt.internal.snmp.SnmpClient;
import io.silverdata.contract.adapters.olt.internal.snmp.SnmpTransport;
import io.silverdata.contract.adapters.olt.peer.SnmpUser;
import io.silverdata.contract.adapters.olt.peer.Snmpd;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.WalkStyle;
import io.silverdata.contract.model.OltId;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two OLTs whose configuration was copied have one snmpEngineID. Both are net-snmp's agent here. */
class DuplicateEngineIT {
    private static final String ENGINE = "80001f8804636f70696564";
    private static final SnmpUser USER = new SnmpUser("oltuser", "SHA-256", "authpass123", "AES", "privpass123");
    private static final Oid SYS_DESCR = Oid.parse("1.3.6.1.2.1.1.1.0");
    private static final OltSettings.Timing TIMING = new OltSettings.Timing(
            Duration.ofSeconds(2), 0, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));

    static Stream<SnmpUser> otherUsers() {
        return Stream.of(USER, new SnmpUser("oltuser", "SHA-256", "other-auth-1", "AES", "other-priv-1"));
    }

    @ParameterizedTest
    @MethodSource("otherUsers")
    void both_are_read_in_turn_whether_their_passphrases_are_the_same_or_not(SnmpUser other) {
        try (Snmpd first = Snmpd.withEngine(ENGINE, USER);
                Snmpd second = Snmpd.withEngine(ENGINE, other);
                SnmpTransport transport = SnmpTransport.open()) {
            SnmpClient one = transport.client(settings("olt-a", first, USER));
            SnmpClient two = transport.client(settings("olt-b", second, other));

            for (int turn = 1; turn <= 5; turn++) {
                assertThat(read(one)).isNotEmpty();
                assertThat(read(two)).isNotEmpty();
            }
        }
    }

    private static String read(SnmpClient client) {
        return client.session(Operation.DETECT, WalkStyle.BULK, Deadline.in(Duration.ofSeconds(30)))
                .get(SYS_DESCR)
                .map(Object::toString)
                .orElse("");
    }

    private static OltSettings settings(String olt, Snmpd agent, SnmpUser user) {
        return OltSettings.builder(new OltId(olt))
                .address("127.0.0.1", agent.port())
                .access(SnmpTestClient.access(user))
                .driver("none")
                .timing(TIMING)
                .build();
    }
}
