package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.spi.IdGenerator;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.testkit.ContractFixtures;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a run is about: two OLTs with two PON ports each, a splitter and an address under each, two plans, and numbered contracts. */
final class Town {
    static final ZoneId ZONE = ContractFixtures.ZONE;

    /** Addresses 1 to this have a splitter each. */
    static final int ADDRESSES = 4;

    /** ONUs and logins 1 to this are given out. */
    static final int NAMES = 7;

    private static final Pattern CONTRACT =
            Pattern.compile("(?:contract )?[0-9a-f]{8}-[0-9a-f]{4}-7000-8000-([0-9a-f]{12})");
    private static final int OUTPUTS = 8;
    private static final double FAR_APART = 0.01;

    private final SimulatedPorts ports;
    private final Leases leases = new Leases();
    private final Set<Extra> leftOver = new HashSet<>();
    private final Switches switches;
    private final AtomicInteger contracts = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final IdGenerator ids = new IdGenerator() {
        @Override
        public ContractId contractId() {
            return ContractFixtures.contractId(contracts.incrementAndGet());
        }

        @Override
        public ContractNumber contractNumber() {
            return ContractFixtures.contractNumber(numbers.incrementAndGet());
        }
    };

    Town(SimulatedPorts ports) {
        this.ports = ports;
        switches = new Switches(ports.storage());
        ports.storage()
                .plant()
                .install(new PlantLayout(
                        olts().stream()
                                .map(olt -> new Olt(olt, ServiceState.UP))
                                .toList(),
                        IntStream.rangeClosed(1, ADDRESSES)
                                .mapToObj(Town::ponPort)
                                .toList(),
                        IntStream.rangeClosed(1, ADDRESSES)
                                .mapToObj(Town::splitter)
                                .toList()));
    }

    SimulatedPorts ports() {
        return ports;
    }

    Leases leases() {
        return leases;
    }

    /** Notes that something was not removed, or nobody knows. If no contract owes its removal, an audit tells staff of it. */
    void leavesOver(Extra extra) {
        leftOver.add(extra);
    }

    boolean isLeftOver(Extra extra) {
        return leftOver.contains(extra);
    }

    Switches switches() {
        return switches;
    }

    IdGenerator ids() {
        return ids;
    }

    static List<OltId> olts() {
        return List.of(ContractFixtures.oltId(1), ContractFixtures.oltId(2));
    }

    static List<PlanSnapshot> plans() {
        return List.of(ContractFixtures.plan(), ContractFixtures.fasterPlan());
    }

    static Optional<PlanSnapshot> plan(PlanId id) {
        return plans().stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /** Address n, 1 to {@link #ADDRESSES}; 1 and 2 are of the first OLT, the others of the second. */
    static ServiceAddress address(int n) {
        return new ServiceAddress("Calle " + n, position(n));
    }

    /** An ONU that was registered by hand at address n. */
    static OnuRegistration registration(int n, int onu) {
        return new Line(
                        new PortAssignment(new SplitterOutputId(splitterId(n), 1), ponPortId(n)),
                        ContractFixtures.onu(onu))
                .registration();
    }

    List<ContractId> contracts() {
        return Stream.iterate(
                        ports.storage().contracts().page(Optional.empty(), 100),
                        page -> !page.isEmpty(),
                        page -> ports.storage().contracts().page(Optional.of(page.get(page.size() - 1)), 100))
                .flatMap(List::stream)
                .toList();
    }

    /** A sentence with short names of contracts. */
    static String readable(String sentence) {
        return CONTRACT.matcher(sentence).replaceAll(match -> "contract " + Integer.parseInt(match.group(1), 16));
    }

    private static GeoPosition position(int n) {
        return new GeoPosition(ContractFixtures.HOME.latitude() + n * FAR_APART, ContractFixtures.HOME.longitude());
    }

    static PonPortId ponPortId(int n) {
        return new PonPortId(olts().get(n > 2 ? 1 : 0), 0, 1, n);
    }

    static SplitterId splitterId(int n) {
        return ContractFixtures.splitterId(n);
    }

    private static PonPort ponPort(int n) {
        return new PonPort(
                ponPortId(n), Set.of(Technology.GPON), OUTPUTS, Optional.of(OpticalPower.ofDbm(4)), ServiceState.UP);
    }

    private static Splitter splitter(int n) {
        return new Splitter(
                splitterId(n),
                ponPortId(n),
                Optional.empty(),
                OUTPUTS,
                position(n),
                Optional.of(Decibels.of(10.8)),
                Distance.ofMetres(1_500));
    }
}
