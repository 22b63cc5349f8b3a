package io.silverdata.contract.adapters.olt;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.peer.SnmpTools;
import io.silverdata.contract.adapters.olt.peer.SnmpUser;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * net-snmp's tools and our own conversation at the same simulated OLT: after each driver wrote, both read the whole of it, object by
 * object, and see the same; and what net-snmp reads is what the driver meant to write.
 */
class DifferentialIT {
    private static final OltId OLT = new OltId("olt-1");
    private static final OnuSerial ONU = new OnuSerial("HWTC41424344");
    private static final OnuSerial BINARY_ONU = new OnuSerial("ZTEG00FF800A");

    @ParameterizedTest
    @EnumSource
    void net_snmp_and_we_read_the_same_of_what_a_driver_wrote(Vendor vendor) {
        Oid enterprise = enterprise(vendor);
        try (SimulatedOlt olt = SimulatedOlt.start(vendor.device(OLT));
                DirectDriver direct = direct(vendor, olt);
                SnmpTools tools = tools(olt)) {
            olt.device().connect(vendor.port(OLT, 1), ONU);
            register(direct, vendor, ONU);
            register(direct, vendor, BINARY_ONU);

            Map<Oid, String> theirs = tools.walk(enterprise.toString()).stream()
                    .collect(Collectors.toMap(
                            reading -> Oid.parse(reading.oid()),
                            SnmpTools.Reading::value,
                            (one, other) -> one,
                            TreeMap::new));
            Map<Oid, SnmpValue> ours =
                    direct.session(Operation.READ_CONFIGURATION).get(theirs.keySet());

            assertThat(theirs).hasSizeGreaterThan(10);
            assertThat(new TreeMap<>(ours).keySet()).isEqualTo(theirs.keySet());
            theirs.forEach((oid, value) -> assertThat(
                            shown(Optional.ofNullable(ours.get(oid)).orElseThrow()))
                    .as("%s", oid)
                    .isEqualTo(value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void net_snmp_reads_back_the_serial_number_that_a_driver_wrote_with_one_set(Vendor vendor) {
        try (SimulatedOlt olt = SimulatedOlt.start(vendor.device(OLT));
                DirectDriver direct = direct(vendor, olt);
                SnmpTools tools = tools(olt)) {
            register(direct, vendor, BINARY_ONU);

            String octets = BINARY_ONU.toHexadecimal();
            String label = hexadecimal(BINARY_ONU.value());
            String digits = hexadecimal(octets);

            assertThat(tools.walk(enterprise(vendor).toString()))
                    .extracting(SnmpTools.Reading::value)
                    .filteredOn(value -> value.startsWith("Hex-STRING"))
                    .extracting(value -> value.substring(11).replaceAll("\\s", ""))
                    .containsAnyOf(octets, label, digits);
            assertThat(olt.sets()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_order_that_net_snmps_tool_gives_is_one_that_the_driver_understands(Vendor vendor) {
        List<VarBind> order = orderOf(vendor);
        try (SimulatedOlt olt = SimulatedOlt.start(vendor.device(OLT));
                DirectDriver direct = direct(vendor, olt);
                SnmpTools tools = tools(olt)) {
            String[] assignments = order.stream()
                    .flatMap(object -> Stream.of(object.oid().toString(), type(object), value(object)))
                    .toArray(String[]::new);

            assertThat(tools.set(assignments).succeeded()).isTrue();

            OltSession session = direct.session(Operation.FIND);
            OnuRef onu = direct.driver().find(session, BINARY_ONU).orElseThrow();
            assertThat(onu.port()).isEqualTo(vendor.port(OLT, 1));
            assertThat(direct.driver()
                            .state(session, onu, EnumSet.allOf(OnuState.Detail.class))
                            .oper())
                    .isEqualTo(OnuState.Oper.OFFLINE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void net_snmp_and_we_walk_in_the_same_order(Vendor vendor) {
        Oid names = Oid.parse("1.3.6.1.2.1.1");
        try (SimulatedOlt olt = SimulatedOlt.start(vendor.device(OLT));
                DirectDriver direct = direct(vendor, olt);
                SnmpTools tools = tools(olt)) {
            List<String> bulk = tools.walk(names.toString()).stream()
                    .map(SnmpTools.Reading::oid)
                    .toList();

            assertThat(bulk)
                    .isEqualTo(tools.walkOneByOne(names.toString()).stream()
                            .map(SnmpTools.Reading::oid)
                            .toList());
            assertThat(direct.session(Operation.DETECT).rows(Walk.of(names)))
                    .extracting(row -> names.append(row.index()).toString())
                    .isEqualTo(bulk);
        }
    }

    private static List<VarBind> orderOf(Vendor vendor) {
        try (SimulatedOlt olt = SimulatedOlt.start(vendor.device(OLT));
                DirectDriver direct = direct(vendor, olt)) {
            register(direct, vendor, BINARY_ONU);
            return olt.sets().get(0);
        }
    }

    private static void register(DirectDriver direct, Vendor vendor, OnuSerial serial) {
        OltSession session = direct.session(Operation.REGISTER);
        direct.driver()
                .register(
                        session,
                        new RegisterOnu(
                                vendor.port(OLT, 1), serial, vendor.plan().profiles(), "subscriber"));
    }

    private static DirectDriver direct(Vendor vendor, SimulatedOlt olt) {
        return new DirectDriver(
                vendor.provider(),
                vendor.configure(olt.reach(OltSettings.builder(OLT))).build());
    }

    /** The same agent over the other suite. */
    private static SnmpTools tools(SimulatedOlt olt) {
        return SnmpTools.v3(
                olt.port(),
                new SnmpUser(
                        SimulatedOlt.STRONG_USER,
                        "SHA-512",
                        SimulatedOlt.AUTH.reveal(),
                        "AES-256",
                        SimulatedOlt.PRIV.reveal()),
                "");
    }

    /** The vendor's part of the tree: 1.3.6.1.4.1 and its number. */
    private static Oid enterprise(Vendor vendor) {
        return Oid.of(Arrays.copyOf(Oid.parse(vendor.sysObjectId()).toArray(), 7));
    }

    private static String type(VarBind object) {
        return object.value() instanceof SnmpValue.Octets ? "x" : "i";
    }

    private static String value(VarBind object) {
        return object.value() instanceof SnmpValue.Octets octets
                ? HexFormat.of().formatHex(octets.octets())
                : Long.toString(object.value().number().orElseThrow());
    }

    /** As net-snmp shows it with strings always in hexadecimal: sixteen octets to the line. */
    private static String shown(SnmpValue value) {
        if (value instanceof SnmpValue.Octets octets) {
            if (octets.length() == 0) {
                return "\"\"";
            }
            String all = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(octets.octets());
            return "Hex-STRING: " + all.replaceAll("((?:[0-9A-F]{2} ){16})", "$1\n");
        }
        return value.toString();
    }

    private static String hexadecimal(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
