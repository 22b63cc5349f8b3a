package io.silverdata.contract.examples.console.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.background.Ends;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.AccessProvisioner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Audits of a network in which a login is missing and another is nobody's. */
class AuditTest {
    private static final RadiusUser NOBODYS = new RadiusUser("nobody@fibra.example");

    private static Console console;
    private static Contracts contracts;
    private static AccessProvisioner radius;
    private static Contract robbed;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
        radius = console.bean(AccessProvisioner.class);
        robbed = contracts.search(ContractQuery.builder().status(Status.ACTIVE).build(), Page.first(1)).items().stream()
                .flatMap(found -> contracts.find(found.id()).stream())
                .findFirst()
                .orElseThrow();
        AccessService service = DesiredNetwork.of(robbed).access().service().orElseThrow();
        radius.remove(service.user());
        radius.ensure(new AccessService(
                service.contract(), NOBODYS, service.profile(), service.rates(), service.enforcement()));
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void an_audit_finds_what_is_missing_and_a_person_has_it_delivered_again_under_their_name() {
        Visitor operator = Visitor.of(console, Role.OPERATE);

        String path = begin(operator, false);
        String page = Ends.of(operator, path + "?finding=MISSING");

        assertThat(page).contains("Finished", robbed.number().value(), "Repair");
        operator.post(
                path,
                path + "/repair",
                Map.of(
                        "contract",
                        robbed.id().toString(),
                        "target",
                        "ACCESS",
                        "finding",
                        "MISSING",
                        "key",
                        UUID.randomUUID().toString()));
        RecordedEvent latest =
                contracts.history(robbed.id(), Page.first(1)).items().get(0);
        assertThat(latest.event()).isInstanceOf(ContractEvent.DriftDetected.class);
        assertThat(latest.actor().value()).isEqualTo("operate");
    }

    @Test
    void what_is_nobodys_is_removed_by_an_administrator_who_has_looked() {
        Visitor administrator = Visitor.of(console, Role.ADMIN);
        String audit = begin(administrator, true);
        assertThat(Ends.of(administrator, audit + "?finding=EXTRA")).contains(NOBODYS.value());
        String extras = audit.replace("/network/audits/", "/network/extras/");

        Visitor.Answer unlooked = administrator.post(extras, extras, Map.of("extra", "RADIUS " + NOBODYS));
        assertThat(unlooked.status()).isEqualTo(422);
        assertThat(unlooked.body()).contains("Confirm that you have looked");
        assertThat(logins()).contains(NOBODYS.value());

        administrator.post(extras, extras, Map.of("extra", "RADIUS " + NOBODYS, "looked", "true"));
        assertThat(logins()).doesNotContain(NOBODYS.value());
        assertThat(administrator.get(extras).body()).contains("Removed", "Nothing is left to be removed");
    }

    @Test
    void an_operator_may_look_at_extras_and_remove_none() {
        Visitor operator = Visitor.of(console, Role.OPERATE);
        String audit = begin(operator, true);
        Ends.of(operator, audit);
        String extras = audit.replace("/network/audits/", "/network/extras/");

        assertThat(operator.get(extras).status()).isEqualTo(200);
        assertThat(operator.post(extras, extras, Map.of("looked", "true")).status())
                .isEqualTo(403);
    }

    @Test
    void a_form_that_is_sent_twice_begins_one_audit() {
        Visitor operator = Visitor.of(console, Role.OPERATE);
        String key = UUID.randomUUID().toString();

        String first = operator.post("/network/audits", "/network/audits", Map.of("key", key))
                .location();
        String second = operator.post("/network/audits", "/network/audits", Map.of("key", key))
                .location();

        assertThat(second).isEqualTo(first).endsWith(key);
    }

    @Test
    void an_audit_that_nobody_began_is_not_there() {
        Visitor guest = Visitor.of(console, Role.LOOK);

        assertThat(guest.get("/network/audits/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(guest.get("/network/extras/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private static String logins() {
        return String.valueOf(radius.logins(Optional.empty(), 1_000));
    }

    private static String begin(Visitor visitor, boolean extras) {
        Map<String, String> fields =
                new HashMap<>(Map.of("key", UUID.randomUUID().toString()));
        if (extras) {
            fields.put("extras", "true");
        }
        String location =
                visitor.post("/network/audits", "/network/audits", fields).location();
        return location.substring(location.indexOf("/network/"));
    }
}
