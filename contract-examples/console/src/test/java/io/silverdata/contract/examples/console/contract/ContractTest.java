package io.silverdata.contract.examples.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.AttributeChange;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Filled;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final ZoneId ZONE = ZoneId.of("America/Guayaquil");
    private static final CommandContext STAFF = CommandContext.by("somebody else", Trigger.ADMIN);

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
    void a_contract_says_what_it_is_what_holds_it_and_what_happened() {
        Contract contract = sales.active();
        contracts.suspend(contract.id(), Suspension.of(SuspensionReason.FRAUD_ABUSE), STAFF);
        contracts.scheduleCancellation(
                contract.id(),
                CancellationReason.CUSTOMER_REQUEST,
                Instant.now().plus(Duration.ofDays(40)),
                STAFF);
        contracts.changeAttributes(
                contract.id(), AttributeChange.set(new Attribute(new AttributeKey("agent"), "north-7")), STAFF);

        String page = operator.get(path(contract)).body();

        assertThat(page)
                .contains(contract.number().value(), "Suspended", "Fraud or abuse", "Blocked")
                .contains(
                        contract.line().orElseThrow().onu().value(),
                        contract.radiusUser().orElseThrow().value())
                .contains("login " + contract.radiusUser().orElseThrow() + ", rejected")
                .contains("Cancellation: Customer request", "north-7", "Home 200", "25.90 USD")
                .contains("Hold placed", "somebody else", "In service");
        assertThat(page).contains(path(contract) + "/lift?reason=FRAUD_ABUSE", path(contract) + "/undo?change=CANCEL");
    }

    @Test
    void every_command_that_fits_has_a_form_and_no_other_is_offered() {
        Contract draft = sales.reserved();
        Contract active = sales.active();
        Contract ended = sales.active();
        contracts.cancel(ended.id(), CancellationReason.CUSTOMER_REQUEST, STAFF);

        for (Contract contract : List.of(draft, active, ended)) {
            List<CommandForm> fitting = console.bean(CommandForms.class).fitting(find(contract.id()));
            String page = Visitor.of(console, Role.ADMIN).get(path(contract)).body();
            for (CommandForm form : fitting) {
                assertThat(page).contains("href=\"" + path(contract) + "/" + form.name() + "\"");
                Visitor.Answer opened = Visitor.of(console, Role.ADMIN).get(path(contract) + "/" + form.name());
                assertThat(opened.status()).as(form.name()).isEqualTo(200);
                assertThat(opened.body()).doesNotContain("contract.do.", "contract.field.", "contract.about.");
            }
        }
        assertThat(operator.get(path(ended)).body()).doesNotContain(path(ended) + "/suspend", path(ended) + "/cancel");
        assertThat(operator.get(path(draft)).body()).doesNotContain(path(draft) + "/plan");
    }

    @Test
    void a_command_is_given_under_the_persons_name_and_its_reason_stands_in_the_timeline() {
        Contract contract = sales.active();

        Visitor.Answer answer = suspension(contract)
                .with("why", "Signal loops at the splitter, see ticket 77")
                .send();

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).endsWith(path(contract));
        RecordedEvent event = last(contract.id());
        assertThat(event.actor().value()).isEqualTo("operate");
        String page = operator.get(path(contract)).body();
        assertThat(page).contains("Done: Suspend.", "“Signal loops at the splitter, see ticket 77”");
        assertThat(find(contract.id()).status()).isEqualTo(Status.SUSPENDED);
    }

    @Test
    void a_reason_is_needed_where_it_hurts_and_nothing_typed_is_lost() {
        Contract contract = sales.active();

        Visitor.Answer answer =
                suspension(contract).with("until", "2031-05-01T10:00").send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"why-error\"", "aria-describedby=\"why-error\"", "value=\"2031-05-01T10:00\"")
                .contains("<option value=\"TECHNICAL\" selected>");
        assertThat(find(contract.id())).isEqualTo(contract);
    }

    @Test
    void a_refused_command_leaves_no_note_behind() {
        Contract contract = sales.active();

        Visitor.Answer answer = form(contract, "suspend")
                .with("reason", "CUSTOMER_REQUEST")
                .with("trigger", "ADMIN")
                .with("why", "Travels")
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"until-error\"", "needs an end");
        assertThat(contracts.notes().page(contract.id(), Page.first(10)).items())
                .isEmpty();
        assertThat(find(contract.id())).isEqualTo(contract);
    }

    @Test
    void a_rejection_stands_beside_the_field_that_it_is_about() {
        Contract contract = sales.active();
        contracts.suspend(contract.id(), Suspension.of(SuspensionReason.FAIR_USE), STAFF);
        Contract other = sales.active();

        assertThat(form(contract, "lift")
                        .with("reason", "FAIR_USE")
                        .with("trigger", "CUSTOMER")
                        .with("why", "asks")
                        .send()
                        .body())
                .contains("id=\"trigger-error\"", "Customer may not lift this hold");
        assertThat(form(contract, "swap-onu")
                        .with("onu", other.line().orElseThrow().onu().value())
                        .send()
                        .body())
                .contains("id=\"onu-error\"", "belongs to contract " + other.id());
        assertThat(form(contract, "swap-onu").with("onu", "12-34").send().body())
                .contains("id=\"onu-error\"", "four letters and eight hexadecimal digits");
        assertThat(form(contract, "rename-login")
                        .with("radiusUser", other.radiusUser().orElseThrow().value())
                        .send()
                        .body())
                .contains("id=\"radiusUser-error\"");
        assertThat(form(contract, "transfer").with("customer", "nobody").send().body())
                .contains("id=\"customer-error\"", "There is no customer nobody");
        assertThat(form(contract, "billing-day").with("billingDay", "32").send().body())
                .contains("id=\"billingDay-error\"", "from 1 to 31");
    }

    @Test
    void the_same_form_twice_is_one_command() {
        Contract contract = sales.active();
        Filled form = suspension(contract).with("why", "Clicked twice");

        assertThat(form.send().status()).isEqualTo(303);
        assertThat(operator.get(path(contract)).body()).contains("Done: Suspend.");
        assertThat(form.send().status()).isEqualTo(303);

        assertThat(operator.get(path(contract)).body()).contains("nothing was done twice");
        assertThat(find(contract.id()).holds()).hasSize(1);
        assertThat(contracts.notes().page(contract.id(), Page.first(10)).items())
                .hasSize(1);
    }

    @Test
    void attributes_sent_twice_are_changed_once() {
        Contract contract = sales.active();
        Filled form = form(contract, "attributes").with("attributeKey", "agent").with("attributeText", "south-2");

        assertThat(form.send().status()).isEqualTo(303);
        long version = find(contract.id()).version();
        assertThat(form.send().status()).isEqualTo(303);

        assertThat(find(contract.id()).version()).isEqualTo(version);
        assertThat(find(contract.id()).attribute(new AttributeKey("agent"))).contains("south-2");
    }

    @Test
    void back_and_other_values_are_told_as_a_command_that_was_carried_out() {
        Contract contract = sales.active();
        Filled form = suspension(contract).with("why", "First");
        form.send();

        Filled changed = form.with("reason", "LEGAL_REGULATORY");
        Visitor.Answer told = changed.send();

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("was carried out before, with other values");
        assertThat(find(contract.id()).holds()).hasSize(1);
        assertThat(changed.again(told).value("key")).isNotEqualTo(form.value("key"));
        assertThat(changed.again(told).send().status()).isEqualTo(303);
        assertThat(find(contract.id()).holds()).hasSize(2);
    }

    @Test
    void a_form_that_is_stale_says_what_others_did_and_keeps_what_was_typed() {
        Contract contract = sales.active();
        Filled form = suspension(contract).with("why", "Loop");
        contracts.changeBillingDay(contract.id(), 17, STAFF);

        Visitor.Answer told = form.send();

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body())
                .contains("The contract changed meanwhile", "Billing day changed", "1 → 17", "somebody else")
                .contains("<option value=\"TECHNICAL\" selected>", ">Loop</textarea>");
        assertThat(find(contract.id()).holds()).isEmpty();
        assertThat(contracts.notes().page(contract.id(), Page.first(10)).items())
                .isEmpty();
        assertThat(form.again(told).send().status()).isEqualTo(303);
        assertThat(find(contract.id()).holds()).hasSize(1);
    }

    @Test
    void what_only_the_network_did_makes_no_form_stale() {
        Contract contract = sales.active();
        Filled form = suspension(contract).with("why", "Loop");
        contracts.reportDrift(
                contract.id(),
                NetworkTarget.LINE,
                new Drift(Drift.Kind.MISSING, "no such ONU"),
                CommandContext.by("audit", Trigger.NETWORK));

        assertThat(form.send().status()).isEqualTo(303);
        assertThat(find(contract.id()).holds()).hasSize(1);
    }

    @Test
    void a_preview_says_what_the_network_would_be_told_and_writes_nothing() {
        Contract contract = sales.active();

        Visitor.Answer answer = suspension(contract).with("step", "preview").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("What this would do now", "Hold placed", "What the network would be told")
                .contains("login " + contract.radiusUser().orElseThrow() + ", group home-200, 200 Mbit/s down")
                .contains("login " + contract.radiusUser().orElseThrow() + ", rejected")
                .contains("What is billed in this period");
        assertThat(find(contract.id())).isEqualTo(contract);
    }

    @Test
    void a_preview_of_what_is_refused_tells_the_refusal() {
        Contract contract = sales.active();

        Visitor.Answer answer = form(contract, "plan")
                .with("plan", "HOME-200")
                .with("timing", "IMMEDIATELY")
                .with("trigger", "ADMIN")
                .with("step", "preview")
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"plan-error\"", "It already is so: HOME-200");
    }

    @Test
    void plan_term_billing_day_holder_login_onu_and_address_are_changed_by_their_forms() {
        Contract contract = sales.active();
        String onu = Sales.newOnu().value();
        String login = Sales.newLogin().value();

        done(form(contract, "plan")
                .with("plan", "HOME-800")
                .with("timing", "IMMEDIATELY")
                .with("trigger", "CUSTOMER")
                .with("termMonths", "24"));
        done(form(contract, "term").with("termMonths", "6"));
        done(form(contract, "billing-day").with("billingDay", "20"));
        done(form(contract, "transfer").with("customer", "K-700999").with("keepsScheduled", "yes"));
        done(form(contract, "rename-login").with("radiusUser", login));
        done(form(contract, "swap-onu").with("onu", onu));
        done(form(contract, "relocate")
                .with("address", "Otra calle 12")
                .with("latitude", Double.toString(sales.site().latitude()))
                .with("longitude", Double.toString(sales.site().longitude())));

        Contract changed = find(contract.id());
        assertThat(changed.plan().id().value()).isEqualTo("HOME-800");
        assertThat(changed.termEndsOn().orElseThrow())
                .isBefore(LocalDate.now(ZONE).plusMonths(8));
        assertThat(changed.billingDay()).isEqualTo(20);
        assertThat(changed.customer().value()).isEqualTo("K-700999");
        assertThat(changed.radiusUser().orElseThrow().value()).isEqualTo(login);
        assertThat(changed.line().orElseThrow().onu().value()).isEqualTo(onu);
        assertThat(changed.address().text()).isEqualTo("Otra calle 12");
    }

    @Test
    void changes_are_scheduled_and_undone() {
        Contract contract = sales.active();

        done(form(contract, "plan")
                .with("plan", "HOME-100")
                .with("timing", "ON_DAY")
                .with("trigger", "ADMIN")
                .with("at", LocalDate.now(ZONE).plusDays(20).toString()));
        done(suspension(contract)
                .with("why", "Works")
                .with("at", LocalDate.now(ZONE).plusDays(3) + "T08:00"));
        done(form(contract, "cancel")
                .with("reason", "CUSTOMER_REQUEST")
                .with("timing", "AT_TERM_END")
                .with("trigger", "CUSTOMER")
                .with("why", "Moves abroad"));
        assertThat(find(contract.id()).scheduled()).hasSize(3);
        done(form(contract, "undo").with("change", "CHANGE_PLAN"));

        assertThat(find(contract.id()).scheduled()).hasSize(2);
        assertThat(form(contract, "undo").with("change", "CHANGE_PLAN").send().body())
                .contains("id=\"change-error\"", "Nothing of the kind is scheduled");
    }

    @Test
    void a_draft_is_assessed_reserved_and_activated_by_its_forms() {
        Contract draft = sales.draft();

        done(form(draft, "assess"));
        done(form(draft, "reserve"));
        done(form(draft, "renew"));
        done(form(draft, "release"));
        done(form(draft, "reserve"));
        done(form(draft, "activate")
                .with("onu", Sales.newOnu().value())
                .with("radiusUser", Sales.newLogin().value()));

        assertThat(find(draft.id()).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_port_is_reserved_in_spite_of_the_assessment_only_with_words() {
        Contract draft = sales.draft();

        Visitor.Answer answer = form(draft, "reserve")
                .with("override", "the customer lays the drop")
                .send();

        assertThat(answer.body()).contains("id=\"port-error\"", "Fill this in.");
    }

    @Test
    void a_hold_is_made_milder_and_lifted_and_the_contract_is_cancelled_and_erased() {
        Contract contract = sales.active();
        contracts.suspend(contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF);
        Visitor admin = Visitor.of(console, Role.ADMIN);

        done(form(contract, "enforcement")
                .with("reason", "NON_PAYMENT")
                .with("enforcement", "THROTTLE")
                .with("why", "Paid half"));
        done(form(contract, "lift")
                .with("reason", "NON_PAYMENT")
                .with("trigger", "PAYMENT")
                .with("why", "Paid the rest"));
        done(form(contract, "cancel")
                .with("reason", "CUSTOMER_REQUEST")
                .with("timing", "NOW")
                .with("trigger", "CUSTOMER")
                .with("why", "Moves abroad"));
        contracts.worker().deliverPending(100);
        assertThat(Filled.open(admin, path(contract) + "/erase")
                        .with("number", "C-1")
                        .send()
                        .body())
                .contains("id=\"number-error\"", contract.number().value());
        done(Filled.open(admin, path(contract) + "/erase")
                .with("number", contract.number().value()));

        assertThat(find(contract.id()).erasedAt()).isPresent();
        assertThat(operator.get(path(contract)).body()).contains("Personal data was erased on");
    }

    @Test
    void what_does_not_fit_any_more_is_told() {
        Contract contract = sales.active();
        Filled form = suspension(contract).with("why", "Loop").with("version", "");
        contracts.cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF);

        Visitor.Answer answer = form.send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("The contract is cancelled and takes no further command.");
    }

    @Test
    void notes_are_written_shown_as_text_and_erased() {
        Contract contract = sales.active();
        Visitor admin = Visitor.of(console, Role.ADMIN);

        done(Filled.open(operator, path(contract), path(contract) + "/notes")
                .with("text", "<script>alert(1)</script>\r\nsecond line"));
        String page = admin.get(path(contract)).body();

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert(1)");
        String note = contracts
                .notes()
                .page(contract.id(), Page.first(1))
                .items()
                .get(0)
                .id()
                .toString();
        assertThat(admin.post(path(contract), path(contract) + "/notes/" + note + "/erase", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(contracts.notes().page(contract.id(), Page.first(1)).items()).isEmpty();
    }

    @Test
    void a_note_that_is_too_long_is_refused_beside_its_field_and_kept() {
        Contract contract = sales.active();

        Visitor.Answer answer = Filled.open(operator, path(contract), path(contract) + "/notes")
                .with("text", "long ".repeat(900))
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"text-error\"", "long long");
    }

    @Test
    void the_signal_is_read_from_the_olt_at_this_moment() {
        Contract contract = sales.active();

        Visitor.Answer answer = operator.get(path(contract) + "/signal");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Online", "working", "Received at the ONU", "dBm", "Distance");
    }

    @Test
    void the_network_is_told_again_on_demand() {
        Contract contract = sales.active();

        Visitor.Answer answer = operator.post(path(contract), path(contract) + "/redeliver", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(contracts.worker().deliverPending(100).leased()).isEqualTo(1);
    }

    @Test
    void a_form_whose_hidden_fields_were_altered_is_refused() {
        Contract contract = sales.active();

        assertThat(List.of(Map.of("version", "x"), Map.of("key", "a key\u00f1")))
                .allSatisfy(altered -> assertThat(operator.post(path(contract), path(contract) + "/suspend", altered)
                                .status())
                        .isEqualTo(400));
    }

    @Test
    void a_retry_of_what_did_not_fail_is_told() {
        Contract contract = sales.active();

        operator.post(path(contract), path(contract) + "/retry", Map.of());

        assertThat(operator.get(path(contract)).body()).contains("notice bad", "It already is so");
    }

    @Test
    void sessions_that_nobody_can_be_asked_for_are_not_shown() {
        Contract contract = sales.active();

        assertThat(operator.get(path(contract)).body()).doesNotContain("Open sessions");
        assertThat(operator.get(path(contract) + "/sessions").status()).isEqualTo(404);
    }

    @Test
    void what_is_not_there_is_not_found_and_what_is_no_identity_is_a_bad_request() {
        assertThat(operator.get("/contracts/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(operator.get("/contracts/" + UUID.randomUUID() + "/suspend").status())
                .isEqualTo(404);
        assertThat(operator.get("/contracts/not-a-uuid").status()).isEqualTo(400);
        assertThat(operator.get(path(sales.active()) + "/dance").status()).isEqualTo(404);
        assertThat(operator.get(path(sales.active()) + "?events=bogus").status())
                .isEqualTo(400);
    }

    @Test
    void who_may_only_look_is_offered_no_command() {
        Contract contract = sales.active();
        Visitor looker = Visitor.of(console, Role.LOOK);

        assertThat(looker.get(path(contract)).body())
                .contains(contract.number().value())
                .doesNotContain(path(contract) + "/suspend", "/redeliver", "/notes\"");
        assertThat(looker.get(path(contract) + "/suspend").status()).isEqualTo(403);
        assertThat(operator.get(path(contract) + "/erase").status()).isEqualTo(403);
    }

    @Test
    void the_timeline_goes_on_behind_its_first_page() {
        Contract contract = sales.active();
        for (int day = 2; day < 28; day++) {
            contracts.changeBillingDay(contract.id(), day, STAFF);
        }
        String first = operator.get(path(contract)).body();

        assertThat(first).contains("rel=\"next\"").doesNotContain("<strong>Drafted</strong>");
        int next = first.indexOf("?events=");
        String cursor = first.substring(next, first.indexOf('#', next));
        assertThat(operator.get(path(contract) + cursor).body()).contains("<strong>Drafted</strong>");
    }

    @Test
    void the_page_speaks_spanish() {
        Contract contract = sales.active();

        assertThat(operator.get(path(contract) + "/suspend?lang=es").body())
                .contains("Suspender", "Motivo de la retención", "Vista previa");
        operator.get(path(contract) + "?lang=en");
    }

    private static Filled form(Contract contract, String command) {
        return Filled.open(operator, path(contract) + "/" + command);
    }

    private static Filled suspension(Contract contract) {
        return form(contract, "suspend").with("reason", "TECHNICAL").with("trigger", "ADMIN");
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
