package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.PlantLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A town: blocks of 400 m, each with a PON port, a splitter of 1:4 in its middle and four of 1:16 behind it. Some blocks are nearly
 * sold out, others are new.
 */
final class DemoPlant {
    static final int OUTPUTS_PER_PORT = 64;
    private static final List<String> NAMES = List.of("olt-norte", "olt-centro", "olt-sur");
    private static final int PON_PORTS_PER_OLT = 256;
    private static final List<String> STREETS = List.of(
            "Calle Larga",
            "Av. Loja",
            "Av. Solano",
            "Gran Colombia",
            "Calle Bolívar",
            "Av. Ordóñez Lasso",
            "Calle Sucre",
            "Av. Remigio Crespo",
            "Calle Tarqui",
            "Av. de las Américas",
            "Calle Hermano Miguel",
            "Av. Huayna Cápac");
    private static final double NORTH = -2.8880;
    private static final double WEST = -79.0250;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int BLOCK_METRES = 400;
    private static final int COLUMNS = 9;
    private static final int NAPS = 4;
    private static final int NAP_OUTPUTS = 16;
    private static final int PORTS_PER_CARD = 16;
    private static final int XGS_EVERY = 3;
    private static final int NEAR_METRES = 90;

    private final int blocks;
    private final List<OltId> olts;

    DemoPlant(int contracts) {
        // two outputs in three are to be sold
        this.blocks = Math.max(NAMES.size(), contracts * 3 / 2 / OUTPUTS_PER_PORT + 1);
        this.olts = IntStream.rangeClosed(1, Math.max(NAMES.size(), blocks / PON_PORTS_PER_OLT + 1))
                .mapToObj(number -> new OltId(number <= NAMES.size() ? NAMES.get(number - 1) : "olt-" + number))
                .toList();
    }

    PlantLayout layout() {
        List<PonPort> ports = new ArrayList<>();
        List<Splitter> splitters = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            PonPortId pon = ponPort(block);
            ports.add(new PonPort(
                    pon,
                    block % XGS_EVERY == 0 ? Set.of(Technology.GPON, Technology.XGS_PON) : Set.of(Technology.GPON),
                    OUTPUTS_PER_PORT,
                    Optional.of(OpticalPower.ofDbm(3)),
                    ServiceState.UP));
            SplitterId head = new SplitterId("SP-" + name(block));
            splitters.add(new Splitter(
                    head,
                    pon,
                    Optional.empty(),
                    NAPS,
                    middle(block),
                    Optional.of(Decibels.of(7.2)),
                    Distance.ofMetres(800 + block % COLUMNS * 250)));
            for (int nap = 0; nap < NAPS; nap++) {
                splitters.add(new Splitter(
                        new SplitterId("NAP-" + name(block) + "-" + (char) ('A' + nap)),
                        pon,
                        Optional.of(new SplitterOutputId(head, nap + 1)),
                        NAP_OUTPUTS,
                        nap(block, nap),
                        Optional.of(Decibels.of(13.5)),
                        Distance.ofMetres(160)));
            }
        }
        return new PlantLayout(
                olts.stream().map(olt -> new Olt(olt, ServiceState.UP)).toList(), ports, splitters);
    }

    List<PonPortId> ponPorts() {
        return IntStream.range(0, blocks).mapToObj(this::ponPort).toList();
    }

    /** An address a short way from a box. Older blocks are asked for more often than new ones. */
    ServiceAddress address(Random random) {
        int block = (int) (blocks * Math.min(random.nextDouble(), random.nextDouble() * 1.6));
        return address(Math.min(block, blocks - 1), random);
    }

    /** Where the office's plan is sold as well. */
    ServiceAddress officeAddress(Random random) {
        return address(random.nextInt((blocks + XGS_EVERY - 1) / XGS_EVERY) * XGS_EVERY, random);
    }

    private static ServiceAddress address(int block, Random random) {
        GeoPosition box = nap(block, random.nextInt(NAPS));
        String street = STREETS.get(block % STREETS.size());
        return new ServiceAddress(
                street + " " + (1 + random.nextInt(40)) + "-" + (10 + random.nextInt(90)),
                shifted(
                        box,
                        random.nextInt(2 * NEAR_METRES) - NEAR_METRES,
                        random.nextInt(2 * NEAR_METRES) - NEAR_METRES));
    }

    private PonPortId ponPort(int block) {
        int port = block / olts.size();
        return new PonPortId(olts.get(block % olts.size()), 0, 1 + port / PORTS_PER_CARD, port % PORTS_PER_CARD);
    }

    private static String name(int block) {
        return String.format(Locale.ROOT, "%03d", block + 1);
    }

    private static GeoPosition middle(int block) {
        return shifted(
                new GeoPosition(NORTH, WEST),
                BLOCK_METRES * (block % COLUMNS + 0.5),
                BLOCK_METRES * (row(block) + 0.5));
    }

    private static int row(int block) {
        return block / COLUMNS;
    }

    private static GeoPosition nap(int block, int nap) {
        double quarter = BLOCK_METRES / 4.0;
        return shifted(middle(block), nap % 2 == 0 ? -quarter : quarter, nap / 2 == 0 ? -quarter : quarter);
    }

    private static GeoPosition shifted(GeoPosition from, double east, double south) {
        return new GeoPosition(
                rounded(from.latitude() - south / METRES_PER_DEGREE),
                rounded(from.longitude() + east / METRES_PER_DEGREE));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
