package io.silverdata.contract.examples.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_shipped_files_are_what_the_generator_writes() throws IOException {
        Generate.main(folder.toString());

        assertThat(Files.readString(folder.resolve(Generate.PLANT)))
                .isEqualTo(TextFile.shipped(Generate.PLANT).text());
        assertThat(Files.readString(folder.resolve(Generate.ORDERS)))
                .isEqualTo(TextFile.shipped(Generate.ORDERS).text());
    }

    @Test
    void the_shipped_plant_is_as_large_as_promised() {
        List<RowProblem> problems = new ArrayList<>();

        PlantFile plant = PlantCsv.read(TextFile.shipped(Generate.PLANT), problems::add);

        assertThat(problems).isEmpty();
        assertThat(plant.layout().olts()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(plant.layout().splitters()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(plant.layout().splitters())
                .extracting(splitter -> splitter.parent().isPresent())
                .contains(true, false);
        assertThat(plant.outputsForSale()).isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void the_shipped_orders_are_3000_of_every_kind_over_a_year() {
        List<RowProblem> problems = new ArrayList<>();

        List<Order> orders = OrdersCsv.read(TextFile.shipped(Generate.ORDERS), problems::add);

        assertThat(problems).isEmpty();
        assertThat(orders).hasSize(3_000);
        Set<OrderKind> kinds = orders.stream().map(Order::kind).collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(EnumSet.allOf(OrderKind.class));
        assertThat(Duration.between(orders.get(0).at(), orders.get(2_999).at())).isGreaterThan(Duration.ofDays(360));
    }

    @Test
    void most_shipped_orders_are_accepted_and_the_network_follows() {
        TinyTown.Run run = TinyTown.run();

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("all +2[6-9]\\d\\d accepted +[1-3]\\d\\d refused");
        assertThat(run.out()).containsPattern("Network equals contracts: \\d+ contracts in sync, 0 differences");
    }
}
