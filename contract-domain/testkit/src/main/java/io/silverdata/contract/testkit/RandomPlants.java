package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.HOME;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;

import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Plants of any shape, with outputs in any state. */
final class RandomPlants {
    private static final int MAX_OLTS = 3;
    private static final int MAX_PON_PORTS = 7;
    private static final int MAX_SPLITTERS = 25;
    private static final int MAX_OUTPUTS = 6;
    private static final int SPREAD_METRES = 2_000;

    private final Random random;

    RandomPlants(Random random) {
        this.random = random;
    }

    /** Splitters are anywhere in the trees, and are listed in any order. */
    PlantLayout layout() {
        List<Olt> olts = new ArrayList<>();
        List<PonPort> ponPorts = new ArrayList<>();
        for (int n = 1; n <= 1 + random.nextInt(MAX_OLTS); n++) {
            olts.add(new Olt(oltId(n), any(ServiceState.values())));
            for (int port = random.nextInt(MAX_PON_PORTS); port > 0; port--) {
                PonPortId id = new PonPortId(oltId(n), random.nextInt(2), random.nextInt(12), port * 5);
                ponPorts.add(new PonPort(
                        id,
                        ponPort(1, 1).technologies(),
                        1 + random.nextInt(64),
                        Optional.empty(),
                        any(ServiceState.values())));
            }
        }
        List<Splitter> splitters = ponPorts.isEmpty() ? List.of() : splitters(ponPorts);
        Collections.shuffle(splitters, random);
        return new PlantLayout(olts, ponPorts, splitters);
    }

    private List<Splitter> splitters(List<PonPort> ponPorts) {
        List<Splitter> splitters = new ArrayList<>();
        Set<SplitterOutputId> feeding = new HashSet<>();
        for (int n = random.nextInt(MAX_SPLITTERS); n > 0; n--) {
            Optional<Splitter> above =
                    splitters.isEmpty() || random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(splitters));
            Optional<SplitterOutputId> parent = above.map(
                            splitter -> new SplitterOutputId(splitter.id(), 1 + random.nextInt(splitter.outputs())))
                    .filter(feeding::add);
            splitters.add(new Splitter(
                    splitterId(n),
                    parent.flatMap(output -> above)
                            .map(Splitter::ponPort)
                            .orElseGet(() -> any(ponPorts).id()),
                    parent,
                    2 + random.nextInt(MAX_OUTPUTS - 1),
                    near(),
                    random.nextBoolean() ? Optional.empty() : Optional.of(Decibels.of(10.5)),
                    Distance.ofMetres(random.nextInt(5_000))));
        }
        return splitters;
    }

    /** Outputs are claimed, given up, blocked and broken; splitters are renamed and removed. */
    void live(Plant plant, PlantLayout layout) {
        for (Splitter splitter : layout.splitters()) {
            for (int n = 1; n <= splitter.outputs(); n++) {
                SplitterOutputId output = new SplitterOutputId(splitter.id(), n);
                if (random.nextInt(4) == 0) {
                    plant.setCondition(output, any(PortCondition.values()));
                }
                if (random.nextBoolean()) {
                    plant.claim(output, contractId(1 + random.nextInt(9)), claim(), START);
                }
                plant.port(output)
                        .filter(held -> random.nextInt(3) == 0)
                        .flatMap(held -> held.holder())
                        .ifPresent(holder -> plant.release(output, holder, anInstant(), START));
            }
            switch (random.nextInt(6)) {
                case 0 -> plant.remove(splitter.id());
                case 1 -> plant.rename(splitter.id(), new SplitterId("X-" + random.nextInt(5)));
                default -> {}
            }
        }
    }

    GeoPosition near() {
        double degrees = SPREAD_METRES / 111_000.0;
        return new GeoPosition(
                HOME.latitude() + degrees * (random.nextDouble() - 0.5),
                HOME.longitude() + degrees * (random.nextDouble() - 0.5));
    }

    Instant anInstant() {
        return START.plus(Duration.ofMinutes(random.nextInt(30)));
    }

    private PortClaim claim() {
        return switch (random.nextInt(3)) {
            case 0 -> PortClaim.reserved(anInstant().plusSeconds(1));
            case 1 -> PortClaim.quarantined();
            default -> PortClaim.inUse();
        };
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
