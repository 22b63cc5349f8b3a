package io.silverdata.contract.examples.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Filled;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.AddOnSuspension;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Status;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of prices, discounts and add-ons, and of an activation that is put off. */
class PricesAndAddOnsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Guayaquil");

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
    void a_price_is_agreed_now_or_from_a_day_on() {
        Contract contract = sales.active();

        assertThat(operator.get(path(contract) + "/price").body()).contains("value=\"25.90 USD\"");
        done(form(contract, "price").with("amount", "19.9 USD"));
        done(form(contract, "price")
                .with("amount", "21.50 USD")
                .with("day", today().plusDays(40).toString()));

        assertThat(find(contract).plan().price().amount()).isEqualTo(Money.of("19.90", "USD"));
        assertThat(find(contract).scheduled())
                .singleElement()
                .satisfies(change -> assertThat(change.kind()).isEqualTo(CommandKind.AGREE_PRICE));
        assertThat(operator.get(path(contract)).body()).contains("19.90 USD", "21.50 USD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    19.90 EUR | USD
                    19.90     | a space and a currency
                    25.90 USD | already
                    """)
    void a_price_that_cannot_be_is_told_beside_its_field(String amount, String why) {
        Contract contract = sales.active();

        Visitor.Answer refused = form(contract, "price").with("amount", amount).send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"amount-error\"", why);
        assertThat(find(contract)).isEqualTo(contract);
    }

    @Test
    void a_discount_is_granted_shown_and_ended() {
        Contract contract = sales.active();
        LocalDate from = today();

        done(discount(contract)
                .with("percent", "50")
                .with("to", from.plusMonths(3).toString()));

        Discount half = Discount.percent(new DiscountCode("WELCOME"), 50, from).forMonths(3);
        assertThat(find(contract).discounts()).containsExactly(half);
        assertThat(operator.get(path(contract)).body()).contains("WELCOME: 50.00 % off, from", "12.95 USD");
        Visitor.Answer twice = discount(contract).with("percent", "10").send();
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("id=\"discount-error\"");

        Filled end = form(contract, "end-discount")
                .with("discount", "WELCOME")
                .with("from", from.plusDays(10).toString());
        assertThat(end.send().body()).contains("id=\"why-error\"");
        done(end.with("why", "Moved to another campaign"));
        assertThat(find(contract).discounts()).containsExactly(half.until(from.plusDays(10)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    percent   | 101        | 1 to 100
                    percent   | ''         | either a share or an amount
                    amountOff | 0 USD      | more than zero
                    amountOff | 26 USD     | 25.90
                    amountOff | 1 EUR      | USD
                    from      | ''         | Fill this in
                    to        | 2020-01-01 | after the first day
                    """)
    void what_is_wrong_with_a_discount_is_told_beside_its_field(String field, String value, String why) {
        Contract contract = sales.active();
        Filled form = discount(contract);
        if (!field.equals("percent") && !field.equals("amountOff")) {
            form = form.with("percent", "10");
        }

        Visitor.Answer refused = form.with(field, value).send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"" + field + "-error\"", why);
        assertThat(find(contract)).isEqualTo(contract);
    }

    @Test
    void an_add_on_is_added_shown_given_an_end_and_removed() {
        Contract contract = sales.active();

        done(addOn(contract));

        AddOn television = AddOn.monthly(new AddOnId("iptv-basic"), "Television", Money.of("4.90", "USD"))
                .whenSuspended(AddOnSuspension.UNAFFECTED);
        assertThat(find(contract).addOns())
                .singleElement()
                .satisfies(agreed -> assertThat(agreed.addOn()).isEqualTo(television));
        assertThat(operator.get(path(contract)).body()).contains("Television, 4.90 USD a month");
        assertThat(addOn(contract).send().body()).contains("id=\"addOn-error\"");

        LocalDate end = today().plusDays(30);
        done(form(contract, "add-on-end").with("addOn", "iptv-basic").with("endsOn", end.toString()));
        assertThat(find(contract).addOns().get(0).endsAt())
                .contains(end.atStartOfDay(ZONE).toInstant());
        assertThat(form(contract, "add-on-end")
                        .with("addOn", "iptv-basic")
                        .with("endsOn", "2020-01-01")
                        .send()
                        .body())
                .contains("role=\"alert\"");

        done(form(contract, "remove-add-on").with("addOn", "iptv-basic").with("why", "Not wanted any more"));
        assertThat(find(contract).addOns()).isEmpty();
        assertThat(operator.get(path(contract)).body()).doesNotContain(path(contract) + "/remove-add-on");
    }

    @Test
    void an_add_on_that_the_OLT_cannot_bind_is_refused() {
        Contract contract = sales.active();

        Visitor.Answer refused =
                addOn(contract).with("binding", "nobody-made-it").send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("nobody-made-it");
        assertThat(find(contract)).isEqualTo(contract);
    }

    @Test
    void a_draft_is_activated_on_its_day() {
        Contract draft = sales.reserved();
        LocalDateTime at = LocalDateTime.now(ZONE).plusDays(3).truncatedTo(ChronoUnit.MINUTES);

        done(form(draft, "activate")
                .with("onu", Sales.newOnu().value())
                .with("radiusUser", Sales.newLogin().value())
                .with("at", at.toString()));

        assertThat(find(draft).status()).isEqualTo(Status.DRAFT);
        assertThat(find(draft).scheduled()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(CommandKind.ACTIVATE);
            assertThat(change.at()).isEqualTo(at.atZone(ZONE).toInstant());
        });
        assertThat(operator.get(path(draft)).body()).contains(path(draft) + "/undo?change=ACTIVATE");
    }

    private static Filled discount(Contract contract) {
        return form(contract, "discount").with("discount", "WELCOME").with("from", today().toString());
    }

    private static Filled addOn(Contract contract) {
        return form(contract, "add-on")
                .with("addOn", "iptv-basic")
                .with("addOnName", "Television")
                .with("amount", "4.90 USD")
                .with("cycle", "MONTHLY")
                .with("addOnService", "STAYS")
                .with("addOnCharge", "FULL");
    }

    /** Empty, whatever the contract has: a form is sent as it is filled in here. */
    private static Filled form(Contract contract, String command) {
        return Filled.open(operator, path(contract) + "/" + command);
    }

    private static void done(Filled form) {
        Visitor.Answer answer = form.send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    private static Contract find(Contract contract) {
        return contracts.find(contract.id()).orElseThrow();
    }

    private static String path(Contract contract) {
        return "/contracts/" + contract.id();
    }
}
