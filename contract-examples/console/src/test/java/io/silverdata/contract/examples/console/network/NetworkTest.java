package io.silverdata.contract.examples.console.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.WorkState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The work queue of a console whose worker is switched off, so that what waits stays there. */
class NetworkTest {
    private static Console console;
    private static Contracts contracts;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void what_waits_is_shown_with_its_contract_and_both_sides() {
        ContractSummary waiting = suspended();

        String page = Visitor.of(console, Role.LOOK).get("/network").body();

        assertThat(page)
                .contains(waiting.number().value(), "/contracts/" + waiting.id(), "RADIUS", "OLT")
                .doesNotContain("Try now");
    }

    @Test
    void parking_needs_a_reason_and_is_shown_with_who_did_it_until_it_is_told_again() {
        ContractId waiting = suspended().id();
        Visitor operator = Visitor.of(console, Role.OPERATE);

        park(operator, waiting, " ");
        assertThat(operator.get("/network").body()).contains("Say in 1 to 200 characters");
        assertThat(work(waiting).access().isParked()).isFalse();

        park(operator, waiting, "<b>waits</b> for the field team");
        assertThat(work(waiting).access().problem().orElseThrow()).contains("operate", "waits");
        assertThat(operator.get("/network?state=PARKED").body())
                .contains("&lt;b&gt;waits&lt;/b&gt; for the field team")
                .doesNotContain("<b>waits");

        operator.post("/network", "/network/queue/" + waiting + "/retry", Map.of("state", "PARKED"));
        assertThat(work(waiting).access().isParked()).isFalse();
        assertThat(work(waiting).of(NetworkTarget.LINE).dueAt()).isPresent();
    }

    @Test
    void who_only_looks_cannot_park() {
        ContractId waiting = suspended().id();

        Visitor.Answer answer = Visitor.of(console, Role.SELL)
                .post("/network", "/network/queue/" + waiting + "/park", Map.of("reason", "because"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(work(waiting).access().isParked()).isFalse();
    }

    @Test
    void health_alone_is_what_the_page_asks_for_again() {
        String part =
                Visitor.of(console, Role.LOOK).get("/network/health").body().strip();

        assertThat(part).startsWith("<div id=\"health\"").contains("hx-trigger=\"every 5s\"");
    }

    @Test
    void spanish_speaks_spanish() {
        assertThat(Visitor.of(console, Role.LOOK).get("/network?lang=es").body())
                .contains("Cola de trabajo", "lang=\"es\"");
    }

    private static void park(Visitor operator, ContractId contract, String reason) {
        operator.post("/network", "/network/queue/" + contract + "/park", Map.of("reason", reason));
    }

    private static QueuedWork work(ContractId contract) {
        return contracts.worker().queue(EnumSet.allOf(WorkState.class), Optional.empty(), 100).stream()
                .filter(work -> work.contract().equals(contract))
                .findFirst()
                .orElseThrow();
    }

    /** A contract for which something waits to be delivered. */
    private static ContractSummary suspended() {
        ContractSummary active = contracts
                .search(ContractQuery.builder().status(Status.ACTIVE).build(), Page.first(1))
                .items()
                .get(0);
        contracts
                .suspend(
                        active.id(),
                        Suspension.of(SuspensionReason.TECHNICAL),
                        CommandContext.by("test", Trigger.ADMIN))
                .get();
        return active;
    }
}
