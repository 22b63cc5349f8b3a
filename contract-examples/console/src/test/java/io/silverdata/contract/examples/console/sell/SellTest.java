package io.silverdata.contract.examples.console.sell;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Filled;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SellTest {
    private static Console console;
    private static Contracts contracts;
    private static Sales sales;
    private static Visitor seller;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
        sales = new Sales(console);
        seller = Visitor.of(console, Role.SELL);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void an_address_gets_a_verdict_with_the_answer_to_each_check_and_a_map() {
        Visitor.Answer answer = seller.get(site());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Verdict", "Qualified", "Splitter output free", "Optical budget", "Length of the drop")
                .contains("<svg viewBox", "free outputs", "Sign up");
    }

    @Test
    void where_no_splitter_is_nothing_is_sold() {
        Visitor.Answer answer = seller.get("/sell?address=Mar&latitude=-2.5&longitude=-85&plan=HOME-100");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Not qualified", "There is no splitter near this address")
                .doesNotContain("Sign up</button>");
    }

    @Test
    void what_is_no_position_is_told_beside_its_field() {
        Visitor.Answer answer = seller.get("/sell?address=Calle&latitude=north&longitude=-79,1&plan=HOME-100");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"latitude-error\"", "id=\"longitude-error\"", "value=\"north\"");
    }

    @Test
    void a_reservation_is_a_draft_that_holds_an_output() {
        Visitor.Answer answer =
                form().with("customer", "K-600001").with("step", "reserve").send();

        assertThat(answer.status()).isEqualTo(303);
        Contract draft = sold(answer, "/contracts/");
        assertThat(draft.status()).isEqualTo(Status.DRAFT);
        assertThat(draft.reservation()).isPresent();
        assertThat(contracts.history(draft.id()).get(0).actor().value()).isEqualTo("sell");
    }

    @Test
    void an_output_of_a_certain_splitter_is_reserved() {
        Filled form = form();
        String page = seller.get(site()).body();
        int option = page.indexOf("<option value=\"NAP-");
        String splitter = page.substring(option + 15, page.indexOf('"', option + 15));

        Visitor.Answer answer = form.with("customer", "K-600002")
                .with("splitter", splitter)
                .with("step", "reserve")
                .send();

        assertThat(sold(answer, "/contracts/")
                        .reservation()
                        .orElseThrow()
                        .ports()
                        .splitterOutput()
                        .splitter()
                        .value())
                .isEqualTo(splitter);
    }

    @Test
    void a_sign_up_is_active_at_once() {
        Visitor.Answer answer = form().with("customer", "K-600003")
                .with("onu", Sales.newOnu().value())
                .with("radiusUser", Sales.newLogin().value())
                .with("termMonths", "0")
                .with("step", "signUp")
                .send();

        assertThat(answer.status()).isEqualTo(303);
        Contract active = sold(answer, "/install/watch/");
        assertThat(active.status()).isEqualTo(Status.ACTIVE);
        assertThat(active.termEndsOn()).isEmpty();
    }

    @Test
    void the_same_sale_twice_is_one_contract() {
        long before = contracts.count(ContractQuery.all());
        Filled form = form().with("customer", "K-600004").with("step", "reserve");

        String first = form.send().location();
        assertThat(seller.get(first).body()).contains("is drafted");
        String second = form.send().location();

        assertThat(second).isEqualTo(first);
        assertThat(seller.get(second).body()).contains("nothing was done twice");
        assertThat(contracts.count(ContractQuery.all())).isEqualTo(before + 1);
    }

    @Test
    void a_sale_that_is_refused_leaves_no_draft_and_loses_nothing_typed() {
        long before = contracts.count(ContractQuery.all());
        String taken = sales.active().line().orElseThrow().onu().value();
        String login = Sales.newLogin().value();
        long then = contracts.count(ContractQuery.all());

        Visitor.Answer answer = form().with("customer", "K-600005")
                .with("onu", taken)
                .with("radiusUser", login)
                .with("step", "signUp")
                .send();
        Visitor.Answer unknown =
                form().with("customer", "nobody").with("step", "reserve").send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"onu-error\"", "belongs to contract", "value=\"" + login + "\"");
        assertThat(unknown.body()).contains("id=\"customer-error\"", "There is no customer nobody");
        assertThat(contracts.count(ContractQuery.all())).isEqualTo(then).isEqualTo(before + 1);
    }

    @Test
    void an_onu_is_asked_for_by_a_sign_up_only() {
        Visitor.Answer answer =
                form().with("customer", "K-600006").with("step", "signUp").send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"onu-error\"", "id=\"radiusUser-error\"");
    }

    @Test
    void customers_are_listed_as_somebody_types_a_name() {
        assertThat(seller.get("/sell/customers?customer=quishpe").body()).contains("<option value=\"K-", "Quishpe");
        assertThat(seller.get("/sell/customers?customer=").body()).doesNotContain("<option");
    }

    private static String site() {
        GeoPosition site = sales.site();
        return "/sell?address=Calle+de+Prueba+1&latitude=" + site.latitude() + "&longitude=" + site.longitude()
                + "&plan=HOME-200";
    }

    private static Filled form() {
        GeoPosition site = sales.site();
        return Filled.open(seller, site(), "/sell")
                .with("address", "Calle de Prueba 1")
                .with("latitude", Double.toString(site.latitude()))
                .with("longitude", Double.toString(site.longitude()))
                .with("plan", "HOME-200")
                .with("billingDay", "5");
    }

    private static Contract sold(Visitor.Answer answer, String path) {
        assertThat(answer.location()).contains(path);
        String id = answer.location().substring(answer.location().lastIndexOf('/') + 1);
        return contracts.find(ContractId.parse(id).get()).orElseThrow();
    }
}
