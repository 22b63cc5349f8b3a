package io.silverdata.contract.examples.console.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Filled;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Status;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class InstallTest {
    private static Console console;
    private static Contracts contracts;
    private static Sales sales;
    private static Visitor installer;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
        sales = new Sales(console);
        installer = Visitor.of(console, Role.SELL);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void an_onu_is_picked_given_to_the_draft_that_waits_there_and_watched() {
        Contract draft = sales.reserved();
        String page = onuPage(draft);

        assertThat(installer.get(page).body())
                .contains(draft.number().value(), draft.address().text());
        Visitor.Answer answer = activation(page, draft).send();

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).endsWith("/install/watch/" + draft.id());
        Contract active = contracts.find(draft.id()).orElseThrow();
        assertThat(active.status()).isEqualTo(Status.ACTIVE);
        assertThat(page).contains(active.line().orElseThrow().onu().value());
        assertThat(installer.get("/install/watch/" + draft.id()).body())
                .contains("hx-trigger=\"load, every 2s\"", draft.number().value());
        assertThat(installer.get("/install/watch/" + draft.id() + "/progress").body())
                .contains("OLT " + ponPort(draft).olt(), "Pending", "not registered on the OLT");
    }

    @Test
    void an_onu_that_is_registered_is_no_longer_offered() {
        Contract draft = sales.reserved();
        String page = onuPage(draft);
        activation(page, draft).send();

        assertThat(installer.get("/install?olt=" + ponPort(draft).olt()).body())
                .contains("Waits for the OLT: " + draft.number())
                .doesNotContain(page);
        contracts.worker().deliverPending(100);
        assertThat(installer.get("/install?olt=" + ponPort(draft).olt()).body())
                .doesNotContain("Waits for the OLT: " + draft.number());
    }

    @Test
    void what_is_refused_is_told_beside_its_field_and_nothing_typed_is_lost() {
        Contract draft = sales.reserved();
        Contract other = sales.active();
        String page = onuPage(draft);

        Visitor.Answer login = activation(page, draft)
                .with("radiusUser", other.radiusUser().orElseThrow().value())
                .send();
        Visitor.Answer number =
                activation(page, draft).with("number", "C-999999").send();
        Visitor.Answer status = activation(page, other).send();

        assertThat(login.status()).isEqualTo(422);
        assertThat(login.body()).contains("id=\"radiusUser-error\"", "belongs to contract " + other.id());
        assertThat(number.body()).contains("id=\"number-error\"", "There is no contract C-999999", "test-");
        assertThat(status.body()).contains("role=\"alert\"", "not possible while the contract is Active");
        assertThat(contracts.find(draft.id()).orElseThrow().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void the_same_activation_twice_is_one() {
        Contract draft = sales.reserved();
        Filled form = activation(onuPage(draft), draft);

        assertThat(form.send().status()).isEqualTo(303);
        long version = contracts.find(draft.id()).orElseThrow().version();
        assertThat(form.send().status()).isEqualTo(303);

        assertThat(contracts.find(draft.id()).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void the_polling_ends_when_the_subscriber_is_online() throws Exception {
        Contract online = sales.active();

        MockHttpServletResponse part = progress(online);
        MockHttpServletResponse waiting = progress(sales.reserved());

        assertThat(part.getStatus()).isEqualTo(286);
        assertThat(part.getContentAsString()).contains("Online.", "Received light");
        assertThat(waiting.getStatus()).isEqualTo(200);
    }

    private static MockHttpServletResponse progress(Contract contract) throws Exception {
        return console.mvc()
                .perform(get("/install/watch/" + contract.id() + "/progress")
                        .header("HX-Request", "true")
                        .with(user("sell").roles(Role.SELL.name())))
                .andReturn()
                .getResponse();
    }

    @Test
    void an_olt_that_cannot_be_asked_is_told() {
        assertThat(installer.get("/install?olt=%23").status()).isEqualTo(400);
        assertThat(installer.get("/install?olt=olt-none").body())
                .contains("The OLT did not answer.", "OLT olt-none is not set up");
    }

    /** The page of the ONU that waits where a draft has its reservation. */
    private static String onuPage(Contract draft) {
        String list = installer.get("/install?olt=" + ponPort(draft).olt()).body();
        Matcher link = Pattern.compile("href=\"(/install/onus/[A-Z0-9]+\\?ponPort=" + ponPort(draft) + ")\"")
                .matcher(list.replace("&amp;", "&"));
        if (link.find()) {
            return link.group(1);
        }
        throw new AssertionError("no ONU at " + ponPort(draft) + " in " + list);
    }

    private static Filled activation(String page, Contract draft) {
        String action = page.substring(0, page.indexOf('?'));
        return Filled.open(installer, page, action)
                .with("ponPort", page.substring(page.indexOf('=') + 1))
                .with("number", draft.number().value())
                .with("radiusUser", Sales.newLogin().value());
    }

    private static PonPortId ponPort(Contract draft) {
        return draft.reservation().orElseThrow().ports().ponPort();
    }
}
