package io.silverdata.contract.adapters.jdbc.internal.plant;

import static io.silverdata.contract.testkit.ContractFixtures.HOME;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.PlantSearch;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every statement of the plant finds its rows by an index, so that it costs the same in a plant of ten million outputs. Read whole, as they
 * are meant to be, are the tables for {@link Plant#olts} and {@link Plant#occupancy}.
 */
class PlantPlansIT {
    private static final int PON_PORTS = 60;
    private static final Distance FAR = Distance.ofMetres(5_000);

    @ParameterizedTest
    @EnumSource
    void every_statement_of_the_plant_finds_its_rows_by_an_index(Database database) {
        database.emptyStorage().plant().install(town());
        Explaining explaining = new Explaining(database);
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(explaining.dataSource()).build();

        build(storage.plant());
        sell(storage.plant());
        look(storage.plantSearch());
        tearDown(storage.plant());

        assertThat(explaining.explained()).hasSizeGreaterThan(40);
        assertThat(explaining.scans()).isEmpty();
    }

    /** On each PON port a splitter, and one that it feeds. */
    private static PlantLayout town() {
        return new PlantLayout(
                List.of(olt(1), olt(2)),
                IntStream.rangeClosed(1, PON_PORTS)
                        .mapToObj(port -> ponPort(port, 64))
                        .toList(),
                IntStream.rangeClosed(1, PON_PORTS)
                        .boxed()
                        .flatMap(port ->
                                Stream.of(splitter(port, port, 4), splitter(100 + port, port, output(port, 4), 8)))
                        .toList());
    }

    private static void build(Plant plant) {
        plant.install(new PlantLayout(
                List.of(olt(1), olt(3)),
                List.of(ponPort(1, 32), ponPort(201, 64)),
                List.of(splitter(201, 201, 4), splitter(202, 1, output(101, 1), 4), splitter(1, 1, 5))));
        plant.install(new PlantLayout(List.of(), List.of(), List.of(splitter(1, 1, 4))));
        plant.install(new PlantLayout(
                List.of(), List.of(), List.of(splitter(2, 3, 4), splitter(102, 3, output(2, 4), 8))));
        plant.setCondition(output(5, 1), PortCondition.FAULTY);
        plant.setState(oltId(2), ServiceState.DOWN);
        plant.setState(ponPortId(9), ServiceState.DOWN);
    }

    private static void sell(Plant plant) {
        plant.claim(output(110, 1), contractId(1), PortClaim.reserved(START.plusSeconds(1)), START);
        plant.claim(output(110, 1), contractId(1), PortClaim.inUse(), START);
        plant.claimUnlessBusy(output(110, 2), contractId(2), PortClaim.inUse(), START);
        plant.release(output(110, 2), contractId(2), START.plusSeconds(9), START);
        plant.port(output(110, 2));
        plant.portsOf(contractId(1));
        plant.freePorts(splitterId(110), 3, START);
        plant.survey(splitterId(110), START);
        plant.nearest(HOME, FAR, 5, START);
    }

    private static void look(PlantSearch search) {
        Page first = Page.first(2);
        search.olts(Page.after(search.olts(first).next().orElseThrow(), 2));
        search.ponPorts(
                oltId(1),
                Page.after(search.ponPorts(oltId(1), first, START).next().orElseThrow(), 2),
                START);
        search.tree(ponPortId(10), START);
        search.outputs(splitterId(110), START);
        search.nearest(HOME, FAR, 5, START);
    }

    private static void tearDown(Plant plant) {
        assertThat(plant.remove(splitterId(110))).isPresent();
        assertThat(plant.remove(ponPortId(10))).isPresent();
        assertThat(plant.remove(oltId(1))).isPresent();
        assertThat(plant.rename(splitterId(120), splitterId(300))).isEmpty();
        assertThat(plant.remove(splitterId(300))).isEmpty();
        assertThat(plant.remove(splitterId(20))).isEmpty();
        assertThat(plant.remove(ponPortId(20))).isEmpty();
        assertThat(plant.remove(oltId(2))).isEmpty();
    }
}
