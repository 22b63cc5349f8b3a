package io.silverdata.contract.examples.benchmarks.olt;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.testkit.InjectedFault;
import io.silverdata.contract.adapters.olt.testkit.RecordedRequest;
import io.silverdata.contract.adapters.olt.testkit.SimulatedMib;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Simulated OLTs in a process of their own: so many, with so many ONUs that can be read, and so many slow sets each. ONUs are
 * numbered through all OLTs. Tells their ports, then answers words on its input until that ends.
 */
final class Agents {
    private static final Oid GPON = Oid.parse("1.3.6.1.4.1.2011.6.128.1.1.2");
    private static final Oid FLOWS = Oid.parse("1.3.6.1.4.1.2011.5.14.5");
    private static final Oid NEXT_FREE_FLOW = FLOWS.append(1, 0);

    private Agents() {}

    public static void main(String[] arguments) throws IOException {
        int onus = Integer.parseInt(arguments[1]);
        int slowSets = Integer.parseInt(arguments[2]);
        List<SimulatedOlt> olts = new ArrayList<>();
        for (int n = 0; n < Integer.parseInt(arguments[0]); n++) {
            SimulatedOlt olt = SimulatedOlt.start(device(OltFixture.olt(n), n * onus, onus));
            IntStream.rangeClosed(1, slowSets).forEach(set -> olt.faultOnSet(set, InjectedFault.SLOW));
            olts.add(olt);
        }
        System.out.println(
                olts.stream().map(olt -> Integer.toString(olt.port())).collect(Collectors.joining(" ")));
        BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = words.readLine(); word != null; word = words.readLine()) {
            switch (word) {
                case "record" -> {
                    olts.get(0).record();
                    System.out.println("ok");
                }
                case "recorded" -> {
                    List<RecordedRequest> seen = olts.get(0).recorded();
                    System.out.println(seen.size());
                    seen.forEach(request -> System.out.println(text(request)));
                }
                case "overlaps" ->
                    System.out.println(olts.stream()
                            .mapToInt(SimulatedOlt::overlappingSets)
                            .sum());
                case "requests" ->
                    System.out.println(
                            olts.stream().mapToInt(SimulatedOlt::requests).sum());
                default -> System.out.println("?");
            }
        }
        System.exit(0);
    }

    private static SimulatedHuawei device(OltId olt, int first, int onus) {
        List<PonPortId> ports = IntStream.range(0, OltFixture.PORTS)
                .mapToObj(n -> OltFixture.port(olt, n))
                .toList();
        SimulatedHuawei device =
                new SimulatedHuawei(ports, Set.of(OltFixture.LINE_PROFILE), Set.of(OltFixture.SERVICE_PROFILE));
        for (int n = 0; n < onus; n++) {
            PonPortId port = ports.get(n / OltFixture.ONUS_OF_A_PORT);
            Oid index = Oid.of(ifIndex(port), n % OltFixture.ONUS_OF_A_PORT);
            show(device.objects(), index, first + n);
            configure(device.objects(), port, index, n + 1);
        }
        device.objects().put(NEXT_FREE_FLOW, onus + 1);
        return device;
    }

    /** What a walk of states reads of an ONU that works. */
    private static void show(SimulatedMib mib, Oid index, int n) {
        mib.put(GPON.append(43, 1, 3).append(index), SnmpValue.of(SerialCodec.octets(OltFixture.serial(n))));
        mib.put(GPON.append(46, 1, 1).append(index), 1);
        mib.put(GPON.append(46, 1, 15).append(index), 1);
        mib.put(GPON.append(46, 1, 16).append(index), 2);
        mib.put(GPON.append(46, 1, 18).append(index), 2);
        mib.put(GPON.append(46, 1, 20).append(index), 1_234);
        mib.put(GPON.append(46, 1, 24).append(index), -1);
        mib.put(GPON.append(51, 1, 3).append(index), 225);
        mib.put(GPON.append(51, 1, 4).append(index), -2_150);
        mib.put(GPON.append(51, 1, 6).append(index), 7_625);
    }

    /** What a reading of its configuration finds: the plan of {@link OltFixture#settings}. */
    private static void configure(SimulatedMib mib, PonPortId port, Oid index, int flow) {
        mib.put(GPON.append(43, 1, 7).append(index), OltFixture.LINE_PROFILE);
        mib.put(GPON.append(43, 1, 8).append(index), OltFixture.SERVICE_PROFILE);
        Oid entry = FLOWS.append(2, 1);
        mib.put(entry.append(2, flow), port.frame());
        mib.put(entry.append(3, flow), port.slot());
        mib.put(entry.append(4, flow), port.port());
        mib.put(entry.append(5, flow), (int) index.get(1));
        mib.put(entry.append(6, flow), OltFixture.SERVICE.gemPort());
        mib.put(entry.append(8, flow), OltFixture.SERVICE.outer().id());
        mib.put(entry.append(11, flow), 1);
        mib.put(entry.append(12, flow), OltFixture.SERVICE.user().orElseThrow().id());
        mib.put(entry.append(15, flow), 1);
        mib.put(entry.append(16, flow), -1);
        mib.put(
                FLOWS.append(5, 1, 7)
                        .append(index.get(0), 4, index.get(1), OltFixture.SERVICE.gemPort(), 0, 1)
                        .append(OltFixture.SERVICE.user().orElseThrow().id()),
                flow);
    }

    private static long ifIndex(PonPortId port) {
        return 0xFA00_0000L | (long) port.slot() << 13 | (long) port.port() << 8;
    }

    /** As {@code SET oid i 4 oid x 4857...} and {@code GET_BULK 10 oid oid}. */
    private static String text(RecordedRequest request) {
        String objects = request.objects().stream().map(object -> "." + object).collect(Collectors.joining(" "));
        return switch (request.type()) {
            case SET -> "SET " + request.written().stream().map(Agents::text).collect(Collectors.joining(" "));
            case GET_BULK -> "GET_BULK " + request.repetitions() + " " + objects;
            case GET, GET_NEXT -> request.type() + " " + objects;
        };
    }

    private static String text(VarBind object) {
        String value = object.value() instanceof SnmpValue.Octets octets
                ? "x " + HexFormat.of().formatHex(octets.octets())
                : "i " + object.value().number().orElseThrow();
        return "." + object.oid() + " " + value;
    }
}
