package io.silverdata.contract.examples.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.spi.Storage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TodayTest {
    private final Console console = Console.shared();

    @Test
    void contracts_by_status_are_those_of_the_storage_and_lead_to_their_list() {
        Map<Status, Long> counts = console.bean(Storage.class).contracts().countByStatus();

        String page = Visitor.of(console, Role.LOOK).get("/").body();

        counts.forEach((status, count) -> assertThat(page)
                .contains("href=\"/contracts?status=" + status + "\"><span class=\"figure\">" + count + "</span>"));
    }

    @Test
    void a_month_is_shown_with_those_before_it() {
        String page = Visitor.of(console, Role.LOOK).get("/").body();

        assertThat(page).contains("median time to provision", "data-chart=\"spark\"");
        assertThat(page.split("data-chart=\"spark\"", -1)).hasSize(5);
    }
}
