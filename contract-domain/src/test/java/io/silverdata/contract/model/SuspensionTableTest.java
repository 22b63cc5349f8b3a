package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuspensionTableTest {

    @Test
    void the_defaults_in_the_docs_are_the_defaults_in_the_code() {
        assertThat(documented(Docs.lifecycle())).isEqualTo(coded());
    }

    @Test
    void a_default_that_is_wrong_would_be_noticed() {
        String page = Docs.lifecycle();
        String wrong = page.replace("| FAIR_USE | THROTTLE |", "| FAIR_USE | CAPTIVE |");

        assertThat(wrong).isNotEqualTo(page);
        assertThat(documented(wrong)).isNotEqualTo(coded());
    }

    private static List<List<String>> documented(String page) {
        List<List<String>> rows = Docs.table(page, "suspension-policies");
        return rows.subList(1, rows.size());
    }

    private static List<List<String>> coded() {
        return SuspensionPolicies.defaults().all().stream()
                .map(policy -> List.of(
                        policy.reason().code(),
                        policy.enforcement().name(),
                        policy.billability().toString(),
                        policy.lifters().stream().map(Trigger::name).collect(Collectors.joining(", ")),
                        policy.end().name(),
                        yesOrNo(policy.extendsTerm()),
                        yesOrNo(policy.countsAsReconnection()),
                        policy.planChange().name(),
                        yesOrNo(policy.blocksTransfer())))
                .toList();
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }
}
