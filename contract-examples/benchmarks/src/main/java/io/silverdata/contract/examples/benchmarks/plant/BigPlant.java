package io.silverdata.contract.examples.benchmarks.plant;

import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.PlantLayout;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** PON ports of OLTs with 256 each, and a splitter on each, a hundred metres from the next. */
final class BigPlant {
    static final int PORTS_OF_AN_OLT = 256;
    static final int OUTPUTS = 100;

    private static final int PORTS_OF_A_SLOT = 16;
    private static final int SIDE = 64;
    private static final double STEP = 0.001;

    private BigPlant() {}

    /** PON ports from one to before another, with their OLTs and splitters. */
    static PlantLayout part(int from, int to) {
        return new PlantLayout(
                IntStream.range(from, to)
                        .map(n -> n / PORTS_OF_AN_OLT)
                        .distinct()
                        .mapToObj(n -> new Olt(olt(n), ServiceState.UP))
                        .toList(),
                IntStream.range(from, to).mapToObj(BigPlant::ponPort).toList(),
                IntStream.range(from, to).mapToObj(BigPlant::splitter).toList());
    }

    static OltId olt(int n) {
        return new OltId("olt-" + n);
    }

    static PonPortId ponPortId(int n) {
        int place = n % PORTS_OF_AN_OLT;
        return new PonPortId(olt(n / PORTS_OF_AN_OLT), 0, place / PORTS_OF_A_SLOT, place % PORTS_OF_A_SLOT);
    }

    static SplitterId splitterId(int n) {
        return new SplitterId("NAP-" + n);
    }

    static GeoPosition position(int n) {
        int row = n / SIDE;
        int column = n % SIDE;
        return new GeoPosition(row * STEP, column * STEP);
    }

    private static PonPort ponPort(int n) {
        return new PonPort(
                ponPortId(n), Set.of(Technology.GPON), 128, Optional.of(OpticalPower.ofDbm(3)), ServiceState.UP);
    }

    private static Splitter splitter(int n) {
        return new Splitter(
                splitterId(n),
                ponPortId(n),
                Optional.empty(),
                OUTPUTS,
                position(n),
                Optional.of(Decibels.of(21)),
                Distance.ofMetres(2_000));
    }
}
