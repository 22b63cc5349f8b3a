package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

    @Test
    void the_table_in_the_docs_is_the_table_in_the_code() {
        assertThat(documented(Docs.lifecycle())).containsExactlyEntriesOf(coded());
    }

    @Test
    void a_row_that_is_wrong_would_be_noticed() {
        String page = Docs.lifecycle();
        String wrong = page.replace("| SWAP_ONU | - | yes | yes | - |", "| SWAP_ONU | yes | yes | yes | - |");

        assertThat(wrong).isNotEqualTo(page);
        assertThat(documented(wrong)).isNotEqualTo(coded());
    }

    @Test
    void a_row_that_is_missing_would_be_noticed() {
        String page = Docs.lifecycle();
        String wrong = page.replace("| CANCEL | yes | yes | yes | - |\n", "");

        assertThat(wrong).isNotEqualTo(page);
        assertThat(documented(wrong)).isNotEqualTo(coded());
    }

    @Test
    void a_table_that_is_not_there_would_be_noticed() {
        assertThatIllegalArgumentException().isThrownBy(() -> documented("# The life of a contract"));
    }

    @ParameterizedTest
    @EnumSource(CommandKind.class)
    void a_contract_takes_a_command_exactly_in_the_statuses_of_the_table(CommandKind command) {
        for (Status status : Status.values()) {
            assertThat(contract(status).objectionTo(command).isEmpty())
                    .as("%s while %s", command, status)
                    .isEqualTo(Lifecycle.allowed(command).contains(status));
        }
    }

    @Test
    void the_table_cannot_be_changed() {
        Set<Status> statuses = Lifecycle.allowed(CommandKind.ACTIVATE);

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> statuses.add(Status.CANCELLED));
    }

    private static Contract contract(Status status) {
        return switch (status) {
            case DRAFT -> Life.drafted().contract();
            case ACTIVE -> Life.active().contract();
            case SUSPENDED -> Life.heldFor(SuspensionReason.NON_PAYMENT).contract();
            case CANCELLED -> Life.cancelled().contract();
        };
    }

    private static Map<CommandKind, Set<Status>> coded() {
        Map<CommandKind, Set<Status>> table = new LinkedHashMap<>();
        for (CommandKind command : CommandKind.values()) {
            table.put(command, Lifecycle.allowed(command));
        }
        return table;
    }

    private static Map<CommandKind, Set<Status>> documented(String page) {
        List<List<String>> rows = Docs.table(page, "transitions");
        List<Status> statuses =
                rows.get(0).stream().skip(1).map(Status::valueOf).toList();
        Map<CommandKind, Set<Status>> table = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Set<Status> allowed = EnumSet.noneOf(Status.class);
            for (int column = 0; column < statuses.size(); column++) {
                switch (row.get(column + 1)) {
                    case "yes" -> allowed.add(statuses.get(column));
                    case "-" -> {}
                    default -> throw new IllegalArgumentException("neither yes nor -: " + row);
                }
            }
            table.put(CommandKind.valueOf(row.get(0)), allowed);
        }
        return table;
    }
}
