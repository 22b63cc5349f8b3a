package io.silverdata.contract.examples.console.plant;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlantTest {
    private static Console console;
    private static Contracts contracts;
    private static Storage storage;
    private static List<Contract> active;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
        storage = console.bean(Storage.class);
        active =
                contracts.search(ContractQuery.builder().status(Status.ACTIVE).build(), Page.first(10)).items().stream()
                        .flatMap(found -> contracts.find(found.id()).stream())
                        .toList();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void from_the_olts_to_the_output_of_a_contract() {
        Visitor guest = Visitor.of(console, Role.LOOK);
        PonPortId ponPort = line(active.get(0)).ponPort();
        SplitterOutputId output = line(active.get(0)).splitterOutput();

        assertThat(guest.get("/plant").body()).contains("/plant/olts/" + ponPort.olt());
        assertThat(guest.get("/plant/olts/" + ponPort.olt()).body()).contains(path(ponPort), "heat-");
        assertThat(guest.get(path(ponPort)).body()).contains("/plant/splitters/" + output.splitter());
        assertThat(guest.get("/plant/splitters/" + output.splitter()).body())
                .contains(active.get(0).number().value(), "In use")
                .doesNotContain("Rename");
        assertThat(guest.get("/plant/splitters/" + output.splitter() + "/outputs")
                        .body()
                        .strip())
                .startsWith("<ul class=\"outputs\"")
                .contains("/contracts/" + active.get(0).id());
    }

    @Test
    void how_full_each_olt_is_comes_after_the_page_from_every_output() {
        Visitor guest = Visitor.of(console, Role.LOOK);
        OltId olt = line(active.get(0)).ponPort().olt();
        int held = console.bean(Storage.class).plant().occupancy(Instant.now()).stream()
                .filter(port -> port.ponPort().olt().equals(olt))
                .mapToInt(port -> port.outputs().getOrDefault(PortState.IN_USE, 0)
                        + port.outputs().getOrDefault(PortState.RESERVED, 0)
                        + port.outputs().getOrDefault(PortState.QUARANTINED, 0))
                .sum();

        assertThat(guest.get("/plant").body())
                .contains("hx-get=\"/plant/occupancy\"")
                .doesNotContain("<meter");
        String counted = guest.get("/plant/occupancy").body();

        assertThat(held).isPositive();
        assertThat(counted.substring(counted.indexOf("/plant/olts/" + olt)))
                .containsPattern("^[^/]*/plant/olts/(?s:.{1,400}?)>" + held + " / ");
        assertThat(counted).contains("<meter").doesNotContain("hx-trigger=\"load\"");
    }

    @Test
    void the_fullest_pon_ports_come_first() {
        String page = Visitor.of(console, Role.LOOK).get("/plant/capacity").body();

        assertThat(page).contains("<meter", "/plant/olts/");
    }

    @Test
    void a_condition_is_set_by_an_operator_alone() {
        SplitterOutputId output = line(active.get(1)).splitterOutput();
        String page = "/plant/splitters/" + output.splitter();
        String path = page + "/outputs/" + output.output() + "/condition";

        assertThat(Visitor.of(console, Role.SELL)
                        .post(page, path, Map.of("condition", "FAULTY"))
                        .status())
                .isEqualTo(403);
        Visitor.of(console, Role.OPERATE).post(page, path, Map.of("condition", "FAULTY"));

        assertThat(storage.plant().port(output).orElseThrow().condition()).isEqualTo(PortCondition.FAULTY);
    }

    @Test
    void the_holder_of_a_faulty_output_is_moved_once_after_a_look_at_where_to() {
        Contract holder = active.get(2);
        SplitterOutputId output = line(holder).splitterOutput();
        storage.plant().setCondition(output, PortCondition.FAULTY);
        Visitor operator = Visitor.of(console, Role.OPERATE);
        String path = "/plant/splitters/" + output.splitter() + "/outputs/" + output.output() + "/move";

        assertThat(operator.get(path).body()).contains(holder.number().value(), output.toString(), "Then");
        assertThat(contracts.find(holder.id()).orElseThrow().version()).isEqualTo(holder.version());
        operator.post(
                path,
                path,
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "version", Long.toString(holder.version())));

        Contract moved = contracts.find(holder.id()).orElseThrow();
        assertThat(line(moved).splitterOutput()).isNotEqualTo(output);
        assertThat(contracts
                        .history(holder.id(), Page.first(1))
                        .items()
                        .get(0)
                        .actor()
                        .value())
                .isEqualTo("operate");
    }

    @Test
    void a_move_of_a_contract_that_has_changed_since_is_refused_and_says_so() {
        Contract holder = active.get(3);
        SplitterOutputId output = line(holder).splitterOutput();
        storage.plant().setCondition(output, PortCondition.FAULTY);
        String path = "/plant/splitters/" + output.splitter() + "/outputs/" + output.output() + "/move";

        Visitor.Answer answer = Visitor.of(console, Role.OPERATE)
                .post(path, path, Map.of("version", Long.toString(holder.version() - 1)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(line(contracts.find(holder.id()).orElseThrow()).splitterOutput())
                .isEqualTo(output);
    }

    @Test
    void a_splitter_in_use_is_neither_renamed_nor_removed_and_the_form_says_why() {
        SplitterOutputId output = line(active.get(4)).splitterOutput();
        String path = "/plant/splitters/" + output.splitter();
        Visitor operator = Visitor.of(console, Role.OPERATE);

        Visitor.Answer renamed = operator.post(path, path + "/name", Map.of("name", "NAP-NEW"));
        Visitor.Answer misspelt = operator.post(path, path + "/name", Map.of("name", "no name/"));
        Visitor.Answer removed = operator.post(path, path + "/removal", Map.of());

        assertThat(List.of(renamed.status(), misspelt.status(), removed.status()))
                .containsOnly(422);
        assertThat(renamed.body()).contains("id=\"name-error\"", "value=\"NAP-NEW\"");
        assertThat(misspelt.body()).contains("id=\"name-error\"", "value=\"no name/\"");
        assertThat(storage.plant().port(output)).isPresent();
    }

    @Test
    void what_is_not_there_is_not_found() {
        Visitor guest = Visitor.of(console, Role.LOOK);

        assertThat(List.of(
                        guest.get("/plant/olts/no-such-olt").status(),
                        guest.get("/plant/olts/no-such-olt/pon/0/0/0").status(),
                        guest.get("/plant/olts/no-such-olt/pon/0/0/999").status(),
                        guest.get("/plant/splitters/no-such-splitter").status()))
                .containsOnly(404);
    }

    private static PortAssignment line(Contract contract) {
        return contract.line().orElseThrow().ports();
    }

    private static String path(PonPortId id) {
        return "/plant/olts/" + id.olt() + "/pon/" + id.frame() + "/" + id.slot() + "/" + id.port();
    }
}
