package io.silverdata.contract.examples.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Of the real server, whose errors go through its error page. */
class ErrorPagesTest {
    private final Visitor visitor = Visitor.of(Console.shared(), Role.LOOK);

    @Test
    void what_is_not_there_is_told_on_a_page() {
        Visitor.Answer missing = visitor.get("/nothing");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body())
                .contains("<h1>Not found</h1>", "href=\"/contracts\"")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void a_wrong_value_in_the_address_is_told_on_a_page() {
        assertThat(visitor.get("/contracts?after=altered").status()).isEqualTo(400);
    }

    @Test
    void what_the_role_does_not_allow_is_told_on_a_page() {
        Visitor.Answer refused = visitor.get("/actuator/metrics");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("<h1>Not allowed</h1>");
    }

    @Test
    void the_language_is_remembered() {
        Visitor spanish = Visitor.of(Console.shared(), Role.LOOK);

        assertThat(spanish.get("/?lang=es").body()).contains("<html lang=\"es\">", "Contratos por estado");
        assertThat(spanish.get("/" + UUID.randomUUID()).body()).contains("No encontrado");
        assertThat(spanish.get("/?lang=xx").body()).contains("<html lang=\"en\">");
    }

    @Test
    void what_the_pages_refer_to_is_served() {
        Matcher reference = Pattern.compile("(?:src|href)=\"(/[^\"]*\\.(?:css|js|svg))\"")
                .matcher(visitor.get("/").body());
        List<String> paths = reference.results().map(found -> found.group(1)).toList();

        assertThat(paths).hasSize(6);
        assertThat(paths)
                .allSatisfy(path -> assertThat(visitor.get(path).status()).isEqualTo(200));
    }
}
