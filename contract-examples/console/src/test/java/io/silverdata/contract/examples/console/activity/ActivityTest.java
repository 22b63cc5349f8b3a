package io.silverdata.contract.examples.console.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.Page;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private final Console console = Console.shared();
    private final Contracts contracts = console.bean(Contracts.class);
    private final Visitor guest = Visitor.of(console, Role.LOOK);

    @Test
    void every_kind_of_event_is_in_a_group() {
        assertThat(EventGroup.all())
                .hasSize(ContractEvent.class.getPermittedSubclasses().length)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ContractEvent.class.getPermittedSubclasses())
                        .<Class<? extends ContractEvent>>map(kind -> kind.asSubclass(ContractEvent.class))
                        .toList());
    }

    @Test
    void events_of_one_kind_are_shown_with_contract_actor_and_words_page_by_page() {
        EventQuery activations = EventQuery.all().ofKinds(ContractEvent.ContractActivated.class);
        List<RecordedEvent> all =
                contracts.events(activations, Page.first(1_000)).items();
        assertThat(all).hasSizeGreaterThan(50);

        String first = guest.get("/activity?kind=ContractActivated").body();
        assertThat(contractsOf(first)).containsExactlyElementsOf(contracts(all.subList(0, 50)));
        Matcher next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(first);
        assertThat(next.find()).isTrue();

        String second = guest.get(next.group(1).replace("&amp;", "&")).body();
        assertThat(contractsOf(second))
                .containsExactlyElementsOf(contracts(all.subList(50, Math.min(100, all.size()))));
    }

    @Test
    void days_limit_what_is_shown_and_wrong_ones_are_told_beside_the_field() {
        assertThat(guest.get("/activity?from=1999-01-01&to=1999-12-31").body()).contains("Nothing happened");
        Visitor.Answer wrong = guest.get("/activity?from=yesterday");
        Visitor.Answer backwards = guest.get("/activity?from=2026-02-01&to=2026-01-01");

        assertThat(List.of(wrong.status(), backwards.status())).containsOnly(422);
        assertThat(wrong.body()).contains("id=\"from-error\"");
        assertThat(backwards.body()).contains("id=\"to-error\"");
    }

    @Test
    void a_cursor_that_was_altered_is_refused() {
        assertThat(guest.get("/activity?after=nonsense").status()).isEqualTo(400);
    }

    @Test
    void the_kinds_are_named_in_spanish_too() {
        assertThat(guest.get("/activity?lang=es").body())
                .contains("Actividad", "Todos los tipos")
                .doesNotContain(">event.");
    }

    private static List<String> contracts(List<RecordedEvent> events) {
        return events.stream().map(event -> event.contract().toString()).toList();
    }

    private static List<String> contractsOf(String page) {
        return Pattern.compile("<th scope=\"row\"><a href=\"/contracts/([0-9a-f-]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
