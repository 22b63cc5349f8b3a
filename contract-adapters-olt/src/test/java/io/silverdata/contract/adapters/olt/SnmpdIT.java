package io.silverdata.contract.adapters.olt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.olt.peer.SnmpTools;
import io.silverdata.contract.adapters.olt.peer.SnmpUser;
import io.silverdata.contract.adapters.olt.peer.Snmpd;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our conversation against net-snmp's agent: its coding of messages, its user-based security, and the row status of {@code
 * snmpTargetParamsTable} (RFC 3413 section 4.1.4) as others read RFC 2579.
 */
class SnmpdIT {
    private static final Oid SYS_DESCR = Oid.parse("1.3.6.1.2.1.1.1.0");
    private static final Oid PARAMS = Oid.parse("1.3.6.1.6.3.12.1.3.1");
    private static final Oid MP_MODEL = PARAMS.append(2);
    private static final Oid SECURITY_MODEL = PARAMS.append(3);
    private static final Oid SECURITY_NAME = PARAMS.append(4);
    private static final Oid SECURITY_LEVEL = PARAMS.append(5);
    private static final Oid ROW_STATUS = PARAMS.append(7);

    @SuppressWarnings("NullAway.Init")
    private static Snmpd agent;

    @BeforeAll
    static void start() {
        agent = Snmpd.start();
    }

    @AfterAll
    static void stop() {
        agent.close();
    }

    static List<SnmpAccess> bothSuites() {
        return List.of(SnmpTestClient.access(SnmpUser.SHA256_AES128), SnmpTestClient.access(SnmpUser.SHA512_AES256));
    }

    @ParameterizedTest
    @MethodSource("bothSuites")
    void a_session_reads_and_writes_with_authentication_and_privacy(SnmpAccess access) {
        try (SnmpTestClient peer = SnmpTestClient.at(agent.port(), access)) {
            OltSession session = peer.session(Operation.REGISTER);
            Oid row = name("secure");

            session.set(newRow(row));
            List<Long> statuses = session.rows(Walk.of(ROW_STATUS)).stream()
                    .filter(found -> found.index().equals(row))
                    .map(found -> found.number(ROW_STATUS).orElseThrow())
                    .toList();
            session.set(List.of(VarBind.of(ROW_STATUS.append(row), 6)));

            assertThat(statuses).containsExactly(1L);
            assertThat(session.get(ROW_STATUS.append(row))).isEmpty();
        }
    }

    @Test
    void a_row_is_made_with_one_set_and_not_a_second_time() {
        try (SnmpTestClient peer = writer()) {
            OltSession session = peer.session(Operation.REGISTER);
            Oid row = name("twice");
            session.set(newRow(row));

            assertThatThrownBy(() -> session.set(newRow(row))).isInstanceOfSatisfying(OltFault.class, fault -> {
                assertThat(fault.kind()).isEqualTo(OltFault.Kind.CONFLICT);
                assertThat(fault.object()).contains(ROW_STATUS.append(row).toString());
                assertThat(fault.deviceError()).containsIgnoringCase("inconsistent");
            });
            assertThat(session.get(SECURITY_NAME.append(row))).contains(SnmpValue.of("somebody"));
            session.set(List.of(VarBind.of(ROW_STATUS.append(row), 6)));
        }
    }

    @Test
    void a_row_may_be_taken_away_again() {
        try (SnmpTestClient peer = writer()) {
            OltSession session = peer.session(Operation.DELETE);
            Oid row = name("gone");
            session.set(newRow(row));

            session.set(List.of(VarBind.of(ROW_STATUS.append(row), 6)));
            session.set(List.of(VarBind.of(ROW_STATUS.append(row), 6)));

            assertThat(session.rows(Walk.of(ROW_STATUS)))
                    .extracting(found -> found.index())
                    .doesNotContain(row);
        }
    }

    @Test
    void a_set_with_one_wrong_object_does_nothing() {
        try (SnmpTestClient peer = writer()) {
            OltSession session = peer.session(Operation.REGISTER);
            Oid row = name("half");
            List<VarBind> wrongType = List.of(
                    VarBind.of(MP_MODEL.append(row), 3),
                    VarBind.of(SECURITY_NAME.append(row), 7),
                    VarBind.of(ROW_STATUS.append(row), 4));

            assertThatThrownBy(() -> session.set(wrongType)).isInstanceOfSatisfying(OltFault.class, fault -> {
                assertThat(fault.kind()).isEqualTo(OltFault.Kind.INVALID_ARGUMENT);
                assertThat(fault.object()).contains(SECURITY_NAME.append(row).toString());
            });
            assertThatThrownBy(() -> session.set(List.of(VarBind.of(ROW_STATUS.append(row), 9))))
                    .isInstanceOfSatisfying(
                            OltFault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.INVALID_ARGUMENT));
            assertThat(session.get(MP_MODEL.append(row))).isEmpty();
        }
    }

    @Test
    void a_write_that_is_not_allowed_is_denied() {
        try (SnmpTestClient peer = writer();
                SnmpTestClient reader = SnmpTestClient.at(agent.port(), SnmpAccess.v2c(Secret.of(Snmpd.READ_ONLY)))) {
            OltSession writing = peer.session(Operation.REGISTER);
            OltSession looking = reader.session(Operation.REGISTER);

            assertThat(looking.get(SYS_DESCR)).isPresent();
            assertThatThrownBy(() -> writing.set(List.of(new VarBind(Oid.parse("1.3.6.1.2.1.1.3.0"), SnmpValue.of(1)))))
                    .isInstanceOfSatisfying(
                            OltFault.class, fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.ACCESS_DENIED));
            assertThatThrownBy(() -> looking.set(newRow(name("denied"))))
                    .isInstanceOfSatisfying(
                            OltFault.class, fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.ACCESS_DENIED));
        }
    }

    @Test
    void wrong_credentials_are_told_apart_as_far_as_the_protocol_allows() {
        SnmpUser known = SnmpUser.SHA256_AES128;
        SnmpUser stranger = new SnmpUser(
                "stranger", known.authentication(), known.authenticationKey(), known.privacy(), known.privacyKey());
        SnmpUser wrongAuthentication = new SnmpUser(
                known.name(), known.authentication(), "not-the-pass-phrase", known.privacy(), known.privacyKey());
        SnmpUser wrongPrivacy = new SnmpUser(
                known.name(),
                known.authentication(),
                known.authenticationKey(),
                known.privacy(),
                "not-the-pass-phrase");

        assertThat(faultOf(SnmpTestClient.access(stranger))).isEqualTo(OltFault.Kind.AUTH_FAILED);
        assertThat(faultOf(SnmpTestClient.access(wrongAuthentication))).isEqualTo(OltFault.Kind.AUTH_FAILED);
        // net-snmp leaves what it cannot decrypt without an answer
        assertThat(faultOf(SnmpTestClient.access(wrongPrivacy)))
                .isIn(OltFault.Kind.UNREACHABLE, OltFault.Kind.AUTH_FAILED);
        assertThat(faultOf(SnmpAccess.v2c(Secret.of("wrong-community")))).isEqualTo(OltFault.Kind.UNREACHABLE);
    }

    @Test
    void a_walk_reads_what_net_snmps_own_walk_reads() {
        Oid users = Oid.parse("1.3.6.1.6.3.16.1.2.1.3");
        try (SnmpTestClient peer = writer();
                SnmpTools tools = SnmpTools.v2c(agent.port(), Snmpd.READ_WRITE)) {
            List<String> ours = peer.session(Operation.READ_STATE).rows(Walk.of(users)).stream()
                    .map(row -> users.append(row.index()).toString())
                    .toList();

            assertThat(ours)
                    .isNotEmpty()
                    .isEqualTo(tools.walk(users.toString()).stream()
                            .map(SnmpTools.Reading::oid)
                            .toList());
        }
    }

    private static OltFault.Kind faultOf(SnmpAccess access) {
        try (SnmpTestClient peer = SnmpTestClient.at(agent.port(), access)) {
            peer.session(Operation.DETECT).get(SYS_DESCR);
            throw new AssertionError("the agent answered " + access);
        } catch (OltFault fault) {
            return fault.kind();
        }
    }

    private static SnmpTestClient writer() {
        return SnmpTestClient.at(agent.port(), SnmpAccess.v2c(Secret.of(Snmpd.READ_WRITE)));
    }

    private static List<VarBind> newRow(Oid row) {
        return List.of(
                VarBind.of(MP_MODEL.append(row), 3),
                VarBind.of(SECURITY_MODEL.append(row), 3),
                VarBind.of(SECURITY_NAME.append(row), "somebody"),
                VarBind.of(SECURITY_LEVEL.append(row), 3),
                VarBind.of(ROW_STATUS.append(row), 4));
    }

    /** The index of the table is a text, IMPLIED: its characters, without its length. */
    private static Oid name(String text) {
        Oid index = Oid.EMPTY;
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            index = index.append(octet);
        }
        return index;
    }
}
