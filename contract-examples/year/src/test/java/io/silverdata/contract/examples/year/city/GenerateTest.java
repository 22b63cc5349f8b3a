package io.silverdata.contract.examples.year.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.network.reading.PlantCsv;
import io.silverdata.contract.examples.network.reading.PlantFile;
import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.year.reading.Order;
import io.silverdata.contract.examples.year.reading.OrderKind;
import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.examples.year.reading.ShippedFile;
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

        assertThat(Files.readString(folder.resolve(PlantCsv.FILE)))
                .isEqualTo(ShippedFile.read(PlantCsv.FILE).text());
        assertThat(Files.readString(folder.resolve(OrdersCsv.FILE)))
                .isEqualTo(ShippedFile.read(OrdersCsv.FILE).text());
    }

    @Test
    void the_shipped_plant_is_as_large_as_promised() {
        List<RowProblem> problems = new ArrayList<>();

        PlantFile plant = PlantCsv.read(ShippedFile.read(PlantCsv.FILE), problems::add);

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

        List<Order> orders = OrdersCsv.read(ShippedFile.read(OrdersCsv.FILE), problems::add);

        assertThat(problems).isEmpty();
        assertThat(orders).hasSize(3_000);
        Set<OrderKind> kinds = orders.stream().map(Order::kind).collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(EnumSet.allOf(OrderKind.class));
        assertThat(Duration.between(orders.get(0).at(), orders.get(2_999).at())).isGreaterThan(Duration.ofDays(360));
    }
}
