package io.silverdata.contract.adapters.jdbc.internal.plant;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The search by place says the same as the plant in memory, wherever on Earth. */
class NearestProperties {
    private static final int SPLITTERS = 40;

    /** Where a splitter is, as a part of the spread of all. */
    record Offset(double north, double east) {}

    @Provide
    static Arbitrary<List<Offset>> offsets() {
        Arbitrary<Double> part = Arbitraries.doubles().between(-0.5, 0.5);
        return Combinators.combine(part, part).as(Offset::new).list().ofMaxSize(SPLITTERS);
    }

    /** Half of them at a pole or beside it. */
    @Provide
    static Arbitrary<Integer> latitudes() {
        return Arbitraries.oneOf(
                Arbitraries.of(-90, -89, 89, 90), Arbitraries.integers().between(-90, 90));
    }

    /** Half of them at the date line or beside it. */
    @Provide
    static Arbitrary<Integer> longitudes() {
        return Arbitraries.oneOf(
                Arbitraries.of(-180, -179, 179, 180), Arbitraries.integers().between(-180, 180));
    }

    @Property(tries = 40)
    void finds_the_same_splitters_in_the_same_order(
            @ForAll("offsets") List<Offset> offsets,
            @ForAll("latitudes") int latitude,
            @ForAll("longitudes") int longitude,
            @ForAll @IntRange(min = 1, max = 200_000) int spreadMetres,
            @ForAll @IntRange(min = 1, max = 200_000) int radius,
            @ForAll @IntRange(min = 1, max = 12) int max) {
        PlantLayout layout = new PlantLayout(
                List.of(olt(1)),
                List.of(ponPort(1, 256)),
                IntStream.range(0, offsets.size())
                        .mapToObj(n -> at(n, latitude, longitude, offsets.get(n), spreadMetres))
                        .toList());
        Plant inMemory = filled(new InMemoryStorage().plant(), layout);
        Plant inTables = filled(Database.H2.emptyStorage().plant(), layout);
        GeoPosition home = new GeoPosition(latitude, longitude);

        assertThat(inTables.nearest(home, Distance.ofMetres(radius), max, START))
                .isEqualTo(inMemory.nearest(home, Distance.ofMetres(radius), max, START));
    }

    private static Plant filled(Plant plant, PlantLayout layout) {
        plant.install(layout);
        for (int n = 0; n < layout.splitters().size(); n += 3) {
            for (int output = 1; output <= 2; output++) {
                plant.claim(
                        new SplitterOutputId(new SplitterId("NAP-" + n), output),
                        contractId(n),
                        PortClaim.inUse(),
                        START);
            }
        }
        return plant;
    }

    private static Splitter at(int n, int latitude, int longitude, Offset offset, int spreadMetres) {
        double degrees = spreadMetres / 111_000.0;
        double north = Math.max(-90, Math.min(90, latitude + offset.north() * degrees));
        double east = longitude + offset.east() * degrees;
        double wrapped = east > 180 ? east - 360 : east < -180 ? east + 360 : east;
        Splitter like = splitter(1, 1, 2);
        return new Splitter(
                new SplitterId("NAP-" + n),
                like.ponPort(),
                Optional.empty(),
                2,
                new GeoPosition(north, wrapped),
                like.loss(),
                like.feed());
    }
}
