package io.silverdata.contract.examples.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Filled;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.ReplyAttribute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of what RADIUS tells the NAS about one subscriber. */
class AccessSettingsTest {
    private static final AccessSettings ALL = AccessSettings.NONE
            .with(new IpAddress("203.0.113.7"))
            .withPrefix(new IpPrefix("2001:db8:1::/64"))
            .withDelegatedPrefix(new IpPrefix("2001:db8:17::/56"))
            .with(FramedRoute.to(new IpPrefix("198.51.100.0/29")))
            .with(FramedRoute.to(new IpPrefix("198.51.100.8/29")).over(new IpAddress("203.0.113.7")))
            .with(new ReplyAttribute("Filter-Id", "garden"));

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
    void all_settings_are_previewed_given_shown_and_taken_away_by_one_form() {
        Contract contract = sales.active();
        Filled form = form(contract)
                .with("fixedAddress", "203.0.113.7")
                .with("framedPrefix", "2001:DB8:1:0::/64")
                .with("delegatedPrefix", "2001:db8:17::/56")
                .with("routes", "198.51.100.0/29\r\n\r\n 198.51.100.8/29 203.0.113.7 1 \r\n")
                .with("replyAttributes", "Filter-Id=garden");

        Visitor.Answer preview = form.with("step", "preview").send();
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body())
                .contains("What the network would be told", "address 203.0.113.7", "IPv6 network 2001:db8:1::/64")
                .contains("route 198.51.100.8/29 203.0.113.7 1", "Filter-Id = garden");
        assertThat(find(contract)).isEqualTo(contract);
        assertThat(form.send().body()).contains("id=\"why-error\"");
        done(form.with("why", "Office with a mail server"));

        assertThat(find(contract).accessSettings()).isEqualTo(ALL);
        assertThat(operator.get(path(contract)).body()).contains("route 198.51.100.0/29 0.0.0.0 1");
        assertThat(operator.get(path(contract) + "/access").body())
                .contains("value=\"203.0.113.7\"", "198.51.100.0/29 0.0.0.0 1\n198.51.100.8/29 203.0.113.7 1")
                .contains(">Filter-Id = garden</textarea>");
        done(form(contract).with("why", "Office closed"));
        assertThat(find(contract).accessSettings()).isEqualTo(AccessSettings.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fixedAddress    | host.example        | is no address that a subscriber can have
                    fixedAddress    | 127.0.0.1           | is no address that a subscriber can have
                    fixedAddress    | 2001:db8::7         | An IPv4 address
                    framedPrefix    | 2001:db8::1/64      | is no network of a subscriber
                    framedPrefix    | 198.51.100.0/24     | An IPv6 network
                    delegatedPrefix | 198.51.100.0/24     | An IPv6 network
                    routes          | 198.51.100.0        | is no network of a subscriber
                    routes          | 198.51.100.0/29 1 2 3 | A route is a network
                    replyAttributes | Filter-Id           | NAME = VALUE
                    replyAttributes | Filter-Id = 'x'     | not beginning with a quotation mark
                    replyAttributes | Framed-Pool = p     | is not allowed
                    replyAttributes | Session-Timeout = x | 4294967295
                    """)
    void what_is_wrong_is_told_beside_its_field(String field, String value, String why) {
        Contract contract = sales.active();

        Visitor.Answer refused =
                form(contract).with(field, value).with("why", "x").send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"" + field + "-error\"", why, "aria-describedby=\"" + field + "-error\"");
        assertThat(find(contract)).isEqualTo(contract);
    }

    @Test
    void what_is_there_twice_or_too_often_is_told_beside_its_field() {
        Contract contract = sales.active();

        assertThat(form(contract)
                        .with("routes", "198.51.100.0/29\n198.51.100.0/29 203.0.113.1 2")
                        .with("replyAttributes", "Filter-Id = a\nFilter-Id = a")
                        .with("why", "x")
                        .send()
                        .body())
                .contains("id=\"routes-error\"", "198.51.100.0/29 is there twice")
                .contains("id=\"replyAttributes-error\"", "Filter-Id = a is there twice");
        assertThat(form(contract)
                        .with("replyAttributes", "Filter-Id = a\nFilter-Id = b")
                        .with("why", "x")
                        .send()
                        .body())
                .contains("id=\"replyAttributes-error\"", "not allowed more than 1 times");
        assertThat(form(contract)
                        .with("routes", "198.51.100.0/29\n".repeat(17))
                        .with("why", "x")
                        .send()
                        .body())
                .contains("id=\"routes-error\"", "At most 16 lines.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fixedAddress    | 192.0.2.9
                    framedPrefix    | 2001:db8:a0::/64
                    delegatedPrefix | 2001:db8:a0::/56
                    routes          | 192.0.2.8/29
                    """)
    void a_network_of_another_contract_is_refused_beside_the_field_that_has_it(String field, String value) {
        Contract holder = sales.active();
        Contract contract = sales.active();
        done(form(holder)
                .with("fixedAddress", "192.0.2.9")
                .with("framedPrefix", "2001:db8:a0::/64")
                .with("why", "x"));
        try {
            Visitor.Answer refused =
                    form(contract).with(field, value).with("why", "x").send();

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"" + field + "-error\"", "of contract " + holder.id());
            assertThat(find(contract)).isEqualTo(contract);
        } finally {
            done(form(holder).with("why", "the next one wants it"));
            contracts.worker().deliverPending(100);
        }
    }

    @Test
    void a_draft_has_its_settings_before_it_is_activated() {
        Contract draft = sales.reserved();

        done(form(draft).with("fixedAddress", "203.0.113.99").with("why", "ordered"));

        assertThat(find(draft).accessSettings().address()).contains(new IpAddress("203.0.113.99"));
    }

    @Test
    void who_may_not_operate_is_not_let_in_and_the_form_speaks_spanish() {
        Contract contract = sales.active();

        assertThat(Visitor.of(console, Role.SELL)
                        .get(path(contract) + "/access")
                        .status())
                .isEqualTo(403);
        assertThat(operator.get(path(contract) + "/access?lang=es").body())
                .contains("Cambiar ajustes de acceso", "Dirección IPv4 fija");
        operator.get(path(contract) + "?lang=en");
    }

    /** Empty, whatever the contract has: a form is sent as it is filled in here. */
    private static Filled form(Contract contract) {
        return Filled.open(operator, path(contract) + "/access");
    }

    private static void done(Filled form) {
        Visitor.Answer answer = form.send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private static Contract find(Contract contract) {
        return contracts.find(contract.id()).orElseThrow();
    }

    private static String path(Contract contract) {
        return "/contracts/" + contract.id();
    }
}
