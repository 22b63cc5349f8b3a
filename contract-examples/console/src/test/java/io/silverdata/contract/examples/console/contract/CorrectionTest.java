package io.silverdata.contract.examples.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Filled;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The forms that mend a contract's record. */
class CorrectionTest {
    private static final CommandContext STAFF = CommandContext.by("somebody else", Trigger.ADMIN);
    private static final List<String> FORMS = List.of("correct-address", "correct-number", "correct-output");

    private static Console console;
    private static Contracts contracts;
    private static Sales sales;
    private static Visitor operator;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
        sales = new Sales(console);
        operator = Visitor.of(console, Role.OPERATE);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void text_and_position_of_an_address_are_corrected_without_works() {
        Contract contract = sales.active();

        done(form(contract, "correct-address")
                .with("address", "Calle Bien Escrita 7")
                .with("latitude", "-2.9")
                .with("longitude", "-79.01"));

        Contract corrected = find(contract.id());
        assertThat(corrected.address().text()).isEqualTo("Calle Bien Escrita 7");
        assertThat(corrected.address().position().longitude()).isEqualTo(-79.01);
        assertThat(corrected.line()).isEqualTo(contract.line());
        assertThat(last(contract.id()).event()).isInstanceOf(ContractEvent.AddressCorrected.class);
    }

    @Test
    void what_is_wrong_with_an_address_is_told_beside_its_field() {
        Contract contract = sales.active();

        assertThat(form(contract, "correct-address")
                        .with("address", "x".repeat(257))
                        .with("latitude", "91")
                        .with("longitude", "-79")
                        .send()
                        .body())
                .contains("id=\"address-error\"", "id=\"latitude-error\"");
        assertThat(form(contract, "correct-address")
                        .with("address", contract.address().text())
                        .with(
                                "latitude",
                                Double.toString(contract.address().position().latitude()))
                        .with(
                                "longitude",
                                Double.toString(contract.address().position().longitude()))
                        .send()
                        .body())
                .contains("id=\"address-error\"", "It already is so");
        assertThat(find(contract.id())).isEqualTo(contract);
    }

    @Test
    void a_number_is_corrected_with_a_reason_and_the_old_one_is_free() {
        Contract contract = sales.active();
        Contract other = sales.active();
        Filled form = form(contract, "correct-number").with("newNumber", "N-" + contract.number());

        assertThat(form.send().body()).contains("id=\"why-error\"");
        done(form.with("why", "Read wrongly from the paper"));

        assertThat(find(contract.id()).number().value()).isEqualTo("N-" + contract.number());
        done(form(other, "correct-number")
                .with("newNumber", contract.number().value())
                .with("why", "It is this one"));
        assertThat(contracts.find(contract.number()).map(Contract::id)).contains(other.id());
        assertThat(operator.get(path(contract)).body()).contains("“Read wrongly from the paper”");
    }

    @Test
    void a_number_that_another_contract_has_is_refused_beside_the_field() {
        Contract contract = sales.active();
        Contract other = sales.active();

        Visitor.Answer taken = form(contract, "correct-number")
                .with("newNumber", other.number().value())
                .with("why", "x")
                .send();

        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("id=\"newNumber-error\"");
        assertThat(contracts.find(new ContractNumber(contract.number().value())).map(Contract::id))
                .contains(contract.id());
    }

    @Test
    void the_output_that_a_drop_is_on_is_corrected_after_a_preview_that_tells_no_device() {
        Contract contract = sales.active();
        SplitterOutputId right = freeBeside(contract);
        Filled form = form(contract, "correct-output").with("output", right.toString());

        Visitor.Answer preview = form.with("step", "preview").send();
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("Output corrected", "Nothing new for the network.");
        assertThat(find(contract.id())).isEqualTo(contract);
        done(form.with("why", "The technician looked into the box"));

        assertThat(find(contract.id()).line().orElseThrow().ports().splitterOutput())
                .isEqualTo(right);
    }

    @Test
    void an_output_that_is_wrong_unknown_or_taken_is_refused_beside_the_field() {
        Contract contract = sales.active();
        Contract other = sales.active();
        String taken = other.line().orElseThrow().ports().splitterOutput().toString();

        for (String output : List.of("no output", "NOBODY#1", taken)) {
            Visitor.Answer refused = form(contract, "correct-output")
                    .with("output", output)
                    .with("why", "x")
                    .send();
            assertThat(refused.status()).as(output).isEqualTo(422);
            assertThat(refused.body()).as(output).contains("id=\"output-error\"", "value=\"" + output + "\"");
        }
        assertThat(find(contract.id())).isEqualTo(contract);
    }

    @Test
    void a_service_is_moved_to_an_output_of_the_operators_choice() {
        Contract contract = sales.active();
        SplitterOutputId there = freeBeside(contract);
        Filled form = form(contract, "relocate")
                .with("address", contract.address().text())
                .with("latitude", Double.toString(contract.address().position().latitude()))
                .with("longitude", Double.toString(contract.address().position().longitude()));

        assertThat(form.with("override", "Nearer to the door").send().body()).contains("id=\"port-error\"");
        assertThat(form.with("port", "NOBODY#1").send().body()).contains("id=\"port-error\"");
        done(form.with("port", there.toString()).with("override", "Nearer to the door"));

        assertThat(find(contract.id()).line().orElseThrow().ports().splitterOutput())
                .isEqualTo(there);
    }

    @Test
    void of_an_ended_contract_nothing_is_corrected_and_who_looks_is_offered_nothing() {
        Contract live = sales.active();
        Contract ended = sales.active();
        contracts.cancel(ended.id(), CancellationReason.CUSTOMER_REQUEST, STAFF).get();
        Visitor looker = Visitor.of(console, Role.LOOK);
        Visitor seller = Visitor.of(console, Role.SELL);

        for (String form : FORMS) {
            assertThat(operator.get(path(live)).body()).contains("href=\"" + path(live) + "/" + form + "\"");
            assertThat(operator.get(path(ended)).body()).doesNotContain(path(ended) + "/" + form);
            assertThat(looker.get(path(live) + "/" + form).status()).isEqualTo(403);
            assertThat(seller.get(path(live) + "/" + form).status()).isEqualTo(403);
        }
    }

    @Test
    void the_forms_speak_spanish() {
        Contract contract = sales.active();

        assertThat(operator.get(path(contract) + "/correct-output?lang=es").body())
                .contains("Corregir la salida", "Salida correcta");
        operator.get(path(contract) + "?lang=en");
    }

    private static SplitterOutputId freeBeside(Contract contract) {
        return contracts
                .plant()
                .outputs(contract.line().orElseThrow().ports().splitterOutput().splitter())
                .stream()
                .filter(output -> output.state() == PortState.FREE)
                .map(output -> output.output().id())
                .findFirst()
                .orElseThrow();
    }

    private static Filled form(Contract contract, String command) {
        return Filled.open(operator, path(contract) + "/" + command);
    }

    private static void done(Filled form) {
        Visitor.Answer answer = form.send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private static RecordedEvent last(ContractId id) {
        return contracts.history(id, Page.first(1)).items().get(0);
    }

    private static Contract find(ContractId id) {
        return contracts.find(id).orElseThrow();
    }

    private static String path(Contract contract) {
        return "/contracts/" + contract.id();
    }
}
