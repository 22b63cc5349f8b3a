package io.silverdata.contract.adapters.olt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.peer.Recording;
import io.silverdata.contract.adapters.olt.peer.SnmpTools;
import io.silverdata.contract.adapters.olt.peer.SnmpUser;
import io.silverdata.contract.adapters.olt.peer.Snmpsim;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.adapters.olt.zte.ZteDriverProvider;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our conversation against snmpsim, which plays what these tests make up: reads, a cache of writes, and errors on demand. */
class SnmpsimIT {
    private static final OltId OLT = new OltId("olt-1");
    private static final String HUAWEI = "huawei";
    private static final String ZTE = "zte";
    private static final String FAULTS = "faults";
    private static final String PON = "1.3.6.1.4.1.2011.6.128.1.1.2";
    private static final long FIRST_PORT = 4_194_312_192L;
    private static final OnuSerial ONU = new OnuSerial("HWTC41424344");
    private static final Oid COMMIT_FAILED = Oid.parse("1.3.6.1.4.1.99999.1.1.0");

    @SuppressWarnings("NullAway.Init")
    private static Snmpsim agent;

    @BeforeAll
    static void start() {
        agent = Snmpsim.play(Map.of(HUAWEI, huawei(), ZTE, zte(), FAULTS, faults()));
    }

    @AfterAll
    static void stop() {
        agent.close();
    }

    static List<SnmpAccess> everyAccess() {
        return List.of(
                SnmpAccess.v2c(Secret.of(HUAWEI)),
                SnmpTestClient.access(SnmpUser.SHA256_AES128).inContext(HUAWEI));
    }

    @ParameterizedTest
    @MethodSource("everyAccess")
    void the_huawei_driver_reads_a_recording(SnmpAccess access) {
        try (DirectDriver direct = new DirectDriver(new HuaweiDriverProvider(), settings(access))) {
            PonPortId port = new PonPortId(OLT, 0, 1, 0);

            List<PonPortId> ports = direct.driver().ponPorts(direct.session(Operation.LIST_PON_PORTS));
            OnuState state = direct.driver()
                    .find(direct.session(Operation.FIND), ONU)
                    .map(onu -> direct.driver()
                            .state(direct.session(Operation.READ_STATE), onu, EnumSet.allOf(OnuState.Detail.class)))
                    .orElseThrow();

            assertThat(ports).containsExactly(port);
            assertThat(state.onu().port()).isEqualTo(port);
            assertThat(state.onu().id()).isEqualTo(3);
            assertThat(state.oper()).isEqualTo(OnuState.Oper.OFFLINE);
            assertThat(state.lastDown()).isEqualTo(OnuState.DownCause.POWER);
            assertThat(state.optics().onuReceived()).contains(new OpticalPower(-1_987));
            assertThat(state.optics().oltReceived()).isEmpty();
        }
    }

    @Test
    void the_zte_driver_reads_a_recording() {
        try (DirectDriver direct =
                new DirectDriver(new ZteDriverProvider(), settings(SnmpAccess.v2c(Secret.of(ZTE))))) {
            OnuState state = direct.driver()
                    .find(direct.session(Operation.FIND), new OnuSerial("ZTEG0000ABCD"))
                    .map(onu -> direct.driver()
                            .state(direct.session(Operation.READ_STATE), onu, EnumSet.allOf(OnuState.Detail.class)))
                    .orElseThrow();

            assertThat(state.onu().port()).isEqualTo(new PonPortId(OLT, 1, 2, 3));
            assertThat(state.phase()).isEqualTo(OnuState.Phase.WORKING);
            assertThat(state.optics().onuReceived()).contains(new OpticalPower(-2_000));
            assertThat(state.distance().orElseThrow().metres()).isEqualTo(4_321);
        }
    }

    @Test
    void the_zte_driver_takes_a_weak_light_for_light_and_65535_for_none() {
        try (DirectDriver direct =
                new DirectDriver(new ZteDriverProvider(), settings(SnmpAccess.v2c(Secret.of(ZTE))))) {
            List<OnuState> states = new ArrayList<>();

            direct.driver()
                    .states(
                            direct.session(Operation.READ_STATE),
                            new PonPortId(OLT, 1, 2, 3),
                            EnumSet.allOf(OnuState.Detail.class),
                            states::add);

            assertThat(states)
                    .extracting(state -> state.optics().onuReceived().map(OpticalPower::hundredthsDbm))
                    .containsExactly(Optional.of(-2_000), Optional.of(-3_301), Optional.of(-3_050), Optional.empty());
        }
    }

    @Test
    void a_walk_reads_what_net_snmps_own_walk_reads() {
        Oid serials = Oid.parse(PON + ".43.1.3");
        try (SnmpTestClient peer = SnmpTestClient.at(agent.port(), SnmpAccess.v2c(Secret.of(HUAWEI)));
                SnmpTools tools = SnmpTools.v2c(agent.port(), HUAWEI)) {
            List<Row> ours = peer.session(Operation.FIND).rows(Walk.of(serials));
            List<SnmpTools.Reading> theirs = tools.walk(serials.toString());

            assertThat(ours)
                    .hasSameSizeAs(theirs)
                    .extracting(row -> serials.append(row.index()).toString())
                    .isEqualTo(theirs.stream().map(SnmpTools.Reading::oid).toList());
            assertThat(ours)
                    .extracting(row -> row.serial(serials).orElseThrow().toHexadecimal())
                    .isEqualTo(
                            theirs.stream().map(SnmpTools.Reading::hexadecimal).toList());
        }
    }

    @Test
    void a_value_that_is_written_is_read_by_us_and_by_net_snmp() {
        Oid active = Oid.parse(PON + ".46.1.1").append(FIRST_PORT, 3);
        try (SnmpTestClient peer = SnmpTestClient.at(
                        agent.port(),
                        SnmpTestClient.access(SnmpUser.SHA256_AES128).inContext(HUAWEI));
                SnmpTools tools = SnmpTools.v3(agent.port(), SnmpUser.SHA256_AES128, HUAWEI)) {
            OltSession session = peer.session(Operation.SET_ADMIN_STATE);

            session.set(List.of(VarBind.of(active, 2)));

            assertThat(session.get(active)).contains(SnmpValue.of(2));
            assertThat(tools.get(active.toString()).number()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, BUSY",
        "2, BUSY",
        "3, CONFLICT",
        "4, ACCESS_DENIED",
        "5, ACCESS_DENIED",
        "6, INVALID_ARGUMENT",
        "7, NOT_FOUND"
    })
    void an_error_of_the_device_becomes_the_fault_that_says_what_to_do(int object, OltFault.Kind kind) {
        Oid oid = Oid.parse("1.3.6.1.4.1.99999.1").append(object, 0);
        try (SnmpTestClient peer = SnmpTestClient.at(agent.port(), SnmpAccess.v2c(Secret.of(FAULTS)))) {
            OltSession session = peer.session(Operation.REGISTER);

            assertThatThrownBy(() -> session.set(List.of(VarBind.of(oid, 5))))
                    .isInstanceOfSatisfying(OltFault.class, fault -> {
                        assertThat(fault.kind()).isEqualTo(kind);
                        assertThat(fault.operation()).isEqualTo(Operation.REGISTER);
                        assertThat(fault.object()).contains(oid.toString());
                    });
        }
    }

    @Test
    void an_exception_inside_an_answer_that_claims_success_is_a_fault() {
        // snmpsim answers a set of an object that it does not have with noError, and says noSuchInstance in its place
        Oid nowhere = Oid.parse("1.3.6.1.4.1.99999.9.9.0");
        try (SnmpTestClient peer = SnmpTestClient.at(agent.port(), SnmpAccess.v2c(Secret.of(FAULTS)))) {
            OltSession session = peer.session(Operation.REGISTER);

            assertThatThrownBy(() -> session.set(List.of(VarBind.of(nowhere, 1))))
                    .isInstanceOfSatisfying(
                            OltFault.class, fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND));
        }
    }

    @Test
    void a_value_that_the_cache_refuses_is_not_kept() {
        Oid picky = Oid.parse("1.3.6.1.4.1.99999.2.1.0");
        try (SnmpTestClient peer = SnmpTestClient.at(agent.port(), SnmpAccess.v2c(Secret.of(FAULTS)))) {
            OltSession session = peer.session(Operation.REGISTER);

            assertThatThrownBy(() -> session.set(List.of(VarBind.of(picky, 5))))
                    .isInstanceOfSatisfying(
                            OltFault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.INVALID_ARGUMENT));
            assertThat(session.get(picky)).contains(SnmpValue.of(1));
        }
    }

    @Test
    void an_unknown_context_or_community_is_an_olt_that_does_not_answer() {
        for (SnmpAccess wrong : List.of(
                SnmpAccess.v2c(Secret.of("nobody")),
                SnmpTestClient.access(SnmpUser.SHA256_AES128).inContext("nobody"))) {
            try (SnmpTestClient peer = SnmpTestClient.at(agent.port(), wrong)) {
                OltSession session = peer.session(Operation.DETECT);

                assertThatThrownBy(() -> session.get(COMMIT_FAILED))
                        .isInstanceOfSatisfying(
                                OltFault.class,
                                fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.UNREACHABLE));
            }
        }
    }

    private static OltSettings settings(SnmpAccess access) {
        return OltSettings.builder(OLT)
                .address("127.0.0.1", agent.port())
                .access(access)
                .driver("recorded")
                .timing(SnmpTestClient.IMPATIENT)
                .build();
    }

    private static Recording huawei() {
        String onu = "." + FIRST_PORT + ".3";
        return new Recording()
                .oid("1.3.6.1.2.1.1.2.0", "1.3.6.1.4.1.2011.2.123")
                .text("1.3.6.1.2.1.31.1.1.1.1." + FIRST_PORT, "GPON 0/1/0")
                .text("1.3.6.1.2.1.31.1.1.1.1.234881024", "ethernet0/9/0")
                .octets(PON + ".43.1.3." + FIRST_PORT + ".0", SerialCodec.octets(new OnuSerial("ALCL0000FFFE")))
                .octets(PON + ".43.1.3" + onu, SerialCodec.octets(ONU))
                .text(PON + ".43.1.7" + onu, "line-100")
                .text(PON + ".43.1.8" + onu, "srv-100")
                .writableInteger(PON + ".46.1.1" + onu, 1)
                .integer(PON + ".46.1.15" + onu, 2)
                .integer(PON + ".46.1.16" + onu, 2)
                .integer(PON + ".46.1.18" + onu, 2)
                .integer(PON + ".46.1.20" + onu, -1)
                .integer(PON + ".46.1.24" + onu, 13)
                .integer(PON + ".51.1.4" + onu, -1_987)
                .integer(PON + ".51.1.6" + onu, Integer.MAX_VALUE);
    }

    private static Recording zte() {
        long port = 1L << 28 | 2L << 16 | 3L << 8;
        String gpon = "1.3.6.1.4.1.3902.1012.3.";
        String onu = "." + port + ".7";
        Recording recording = new Recording();
        int[] received = {64_032, 65_286, 65_535};
        for (int i = 0; i < received.length; i++) {
            String weak = "." + port + "." + (8 + i);
            recording
                    .octets(gpon + "28.1.1.5" + weak, SerialCodec.octets(new OnuSerial("ZTEG0000ABD" + i)))
                    .integer(gpon + "28.2.1.4" + weak, 3)
                    .integer(gpon + "50.12.1.1.10" + weak + ".1", received[i]);
        }
        return recording
                .oid("1.3.6.1.2.1.1.2.0", "1.3.6.1.4.1.3902.1082.1001.300.2.1")
                .text(gpon + "13.1.1.1." + port, "gpon_1/2/3")
                .text(gpon + "28.1.1.1" + onu, "F660")
                .octets(gpon + "28.1.1.5" + onu, SerialCodec.octets(new OnuSerial("ZTEG0000ABCD")))
                .integer(gpon + "28.2.1.1" + onu, 1)
                .integer(gpon + "28.2.1.4" + onu, 3)
                .integer(gpon + "28.2.1.7" + onu, 9)
                .integer(gpon + "11.4.1.2" + onu, 4_321)
                .integer(gpon + "50.12.1.1.10" + onu + ".1", 5_000);
    }

    private static Recording faults() {
        String base = "1.3.6.1.4.1.99999.1.";
        return new Recording()
                .failing(base + "1.0", 1, "commitFailed")
                .failing(base + "2.0", 1, "resourceUnavailable")
                .failing(base + "3.0", 1, "inconsistentValue")
                .failing(base + "4.0", 1, "authorizationError")
                .failing(base + "5.0", 1, "noAccess")
                .failing(base + "6.0", 1, "wrongValue")
                .failing(base + "7.0", 1, "noCreation")
                .writableIntegerBut("1.3.6.1.4.1.99999.2.1.0", 1, 5);
    }
}
