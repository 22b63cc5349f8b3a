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
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The search by place says the same as the plant in memory, wherever on Earth. */
class NearestProperties {

    @Property(tries = 20)
    void finds_the_same_splitters_in_the_same_order(
            @ForAll long seed,
            @ForAll @IntRange(min = -90, max = 90) int latitude,
            @ForAll @IntRange(min = -180, max = 180) int longitude,
            @ForAll @IntRange(min = 1, max = 200_000) int spreadMetres,
            @ForAll @IntRange(min = 1, max = 200_000) int radius,
            @ForAll @IntRange(min = 1, max = 12) int max) {
        Random random = new Random(seed);
        PlantLayout layout = new PlantLayout(
                List.of(olt(1)),
                List.of(ponPort(1, 256)),
                IntStream.range(0, 40)
                        .mapToObj(n -> at(n, latitude, longitude, random, spreadMetres))
                        .toList());
        Plant inMemory = filled(new InMemoryStorage().plant(), layout);
        Plant inTables = filled(Database.H2.emptyStorage().plant(), layout);
        GeoPosition home = new GeoPosition(latitude, longitude);

        assertThat(inTables.nearest(home, Distance.ofMetres(radius), max, START))
                .isEqualTo(inMemory.nearest(home, Distance.ofMetres(radius), max, START));
    }

    private static Plant filled(Plant plant, PlantLayout layout) {
        plant.install(layout);
        for (int n = 0; n < 40; n += 3) {
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

    private static Splitter at(int n, int latitude, int longitude, Random random, int spreadMetres) {
        double degrees = spreadMetres / 111_000.0;
        double north = Math.max(-90, Math.min(90, latitude + (random.nextDouble() - 0.5) * degrees));
        double east = longitude + (random.nextDouble() - 0.5) * degrees;
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
