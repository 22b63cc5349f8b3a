package io.silverdata.contract;

import static io.silverdata.contract.Operator.FAR;
import static io.silverdata.contract.Operator.HOME;
import static io.silverdata.contract.Operator.NEAR;
import static io.silverdata.contract.Operator.PON;
import static io.silverdata.contract.Operator.STAFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.plant.PlantInventory;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.query.OutputSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.PlantLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlantInventoryTest {
    private static final SplitterId RENAMED = new SplitterId("NAP-1A");

    private final Operator operator = new Operator(2, 64);
    private final Contracts contracts = operator.contracts;
    private final PlantInventory plant = contracts.plant();

    @Test
    void shows_outputs_with_the_contracts_that_have_them() {
        Contract subscriber = operator.subscriber(1);
        SplitterOutputId sold = subscriber.line().orElseThrow().ports().splitterOutput();

        List<OutputSummary> outputs = plant.outputs(sold.splitter());

        assertThat(outputs).hasSize(2);
        assertThat(outputs.get(sold.output() - 1)).satisfies(output -> {
            assertThat(output.state()).isEqualTo(PortState.IN_USE);
            assertThat(output.holder()).contains(ContractSummary.of(subscriber));
        });
        assertThat(outputs.get(2 - sold.output()).holder()).isEmpty();
    }

    @Test
    void goes_from_OLTs_to_PON_ports_to_splitters_and_finds_what_is_free_nearby() {
        operator.subscriber(1);

        assertThat(plant.olts(Page.first(10)).items())
                .extracting(summary -> summary.olt().id() + " " + summary.ponPorts())
                .containsExactly("olt-1 1");
        assertThat(plant.ponPorts(PON.olt(), Page.first(10)).items()).satisfiesExactly(summary -> {
            assertThat(summary.occupancy().outputs(PortState.IN_USE)).isEqualTo(1);
            assertThat(summary.occupancy().total()).isEqualTo(4);
        });
        assertThat(plant.tree(PON).orElseThrow().splitters())
                .extracting(node -> node.splitter().splitter().id())
                .containsExactly(NEAR, FAR);
        assertThat(plant.nearest(HOME, Distance.ofMetres(10), 5))
                .extracting(near -> near.splitter().splitter().id())
                .containsExactly(NEAR);
        assertThatThrownBy(() -> plant.nearest(HOME, Distance.ofMetres(10), 1_001))
                .isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void removes_a_splitter_once_the_line_of_its_last_contract_is_removed_from_the_OLT() {
        ContractId subscriber = operator.inService(1).id();
        contracts.cancel(subscriber, CancellationReason.CUSTOMER_REQUEST, STAFF);

        Optional<Rejection> before = plant.remove(NEAR);
        contracts.worker().deliverPending(10);
        Optional<Rejection> after = plant.remove(NEAR);

        assertThat(before).contains(new Rejection.PlantPartInUse("NAP-1", List.of(subscriber), List.of()));
        assertThat(after).isEmpty();
        assertThat(contracts.find(subscriber)).isPresent();
        assertThat(plant.tree(PON).orElseThrow().splitters()).hasSize(1);
    }

    @Test
    void keeps_a_PON_port_and_an_OLT_on_which_a_line_stayed_when_its_splitter_was_moved() {
        ContractId subscriber = operator.inService(1).id();
        PonPortId other = new PonPortId(PON.olt(), 0, 1, 9);
        PonPort like = operator.storage
                .plant()
                .survey(NEAR, Operator.START)
                .orElseThrow()
                .ponPort();
        operator.storage
                .plant()
                .install(new PlantLayout(
                        List.of(),
                        List.of(new PonPort(
                                other,
                                like.technologies(),
                                like.subscriberLimit(),
                                like.transmitPower(),
                                like.state())),
                        List.of()));
        PlantMove move = contracts
                .moves()
                .planReplacement("move", Map.of(PON, other), Operator.START)
                .get();
        assertThat(contracts.moves().begin(move, STAFF).isRight()).isTrue();
        Stream.of(NEAR, FAR)
                .forEach(splitter -> assertThat(
                                contracts.moves().spliced("move", splitter).isRight())
                        .isTrue());

        assertThat(plant.remove(PON))
                .contains(new Rejection.PlantPartInUse(PON.toString(), List.of(subscriber), List.of()));
        assertThat(plant.remove(PON.olt()))
                .contains(new Rejection.PlantPartInUse("olt-1", List.of(subscriber), List.of()));

        contracts.cancel(subscriber, CancellationReason.CUSTOMER_REQUEST, STAFF);
        assertThat(plant.remove(PON)).isEmpty();
        assertThat(plant.tree(PON)).isEmpty();
    }

    @Test
    void a_renamed_splitter_is_sold_under_its_new_name_and_a_draft_that_was_assessed_before_is_refused() {
        ContractId early =
                contracts.draft(Operator.terms(), STAFF).get().contract().id();
        contracts.assess(early, STAFF);
        ContractId late =
                contracts.draft(Operator.terms(), STAFF).get().contract().id();

        assertThat(plant.rename(NEAR, RENAMED)).isEmpty();
        contracts.assess(late, STAFF);

        assertThat(contracts
                        .reserve(early, new SplitterOutputId(NEAR, 1), STAFF)
                        .getLeft())
                .isEqualTo(new Rejection.UnknownPort(new SplitterOutputId(NEAR, 1)));
        assertThat(contracts
                        .reserve(late, new SplitterOutputId(RENAMED, 1), STAFF)
                        .get()
                        .contract()
                        .reservation()
                        .orElseThrow()
                        .ports()
                        .splitterOutput()
                        .splitter())
                .isEqualTo(RENAMED);
        assertThat(plant.rename(RENAMED, NEAR))
                .contains(new Rejection.PlantPartInUse("NAP-1A", List.of(late), List.of()));
    }
}
