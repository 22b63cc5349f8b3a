package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.Conflicts.assertConflict;
import static io.silverdata.contract.testkit.ContractFixtures.aContractInService;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.commandRecord;
import static io.silverdata.contract.testkit.ContractFixtures.idempotencyKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.Storage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link CommandLog} asks of an adapter. Extend it, and give an empty storage to each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class CommandLogTck {
    private Storage storage;
    private CommandLog commands;

    /** For the test of an adapter. */
    protected CommandLogTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        storage = storage();
        commands = storage.commands();
    }

    @Nested
    class Find {
        @Test
        void finds_nothing_under_a_key_that_was_never_used() {
            commands.append(commandRecord(1, aDraft(1)));

            assertThat(commands.find(idempotencyKey(2))).isEmpty();
        }

        @Test
        void gives_back_what_was_appended_under_the_key() {
            CommandRecord first = commandRecord(1, aDraft(1));
            CommandRecord second = commandRecord(2, aContractInService(2));
            commands.append(first);
            commands.append(second);

            assertThat(commands.find(idempotencyKey(1))).contains(first);
            assertThat(commands.find(idempotencyKey(2))).contains(second);
        }

        @Test
        void tells_keys_apart_by_case() {
            commands.append(commandRecord(1, aDraft(1)));

            IdempotencyKey shouted =
                    new IdempotencyKey(idempotencyKey(1).value().toUpperCase(Locale.ROOT));

            assertThat(commands.find(shouted)).isEmpty();
        }
    }

    @Nested
    class FindAll {
        @Test
        void gives_back_those_that_there_are() {
            CommandRecord first = commandRecord(1, aDraft(1));
            CommandRecord third = commandRecord(3, aContractInService(3));
            commands.append(first);
            commands.append(third);

            assertThat(commands.findAll(List.of(idempotencyKey(1), idempotencyKey(2), idempotencyKey(3))))
                    .isEqualTo(Map.of(first.key(), first, third.key(), third));
            assertThat(commands.findAll(List.of())).isEmpty();
        }

        @Test
        void sees_in_one_unit_of_work_what_is_appended_after_it_was_asked() {
            CommandRecord command = commandRecord(1, aDraft(1));

            storage.unitOfWork().execute(() -> {
                assertThat(commands.findAll(List.of(command.key()))).isEmpty();
                commands.append(command);
                assertThat(commands.find(command.key())).contains(command);
                assertThat(commands.findAll(List.of(command.key()))).containsOnlyKeys(command.key());
            });
        }
    }

    @Nested
    class Append {
        @Test
        void refuses_a_key_that_is_taken_and_keeps_the_first_record() {
            CommandRecord first = commandRecord(1, aDraft(1));
            commands.append(first);

            assertConflict(Kind.IDEMPOTENCY_KEY, () -> commands.append(commandRecord(1, aContractInService(2))));

            assertThat(commands.find(idempotencyKey(1))).contains(first);
        }

        @Test
        void refuses_even_the_same_record_again() {
            CommandRecord first = commandRecord(1, aDraft(1));
            commands.append(first);

            assertConflict(Kind.IDEMPOTENCY_KEY, () -> commands.append(first));
        }

        @Test
        void takes_any_number_of_commands_to_one_contract() {
            commands.append(commandRecord(1, aDraft(1)));
            commands.append(commandRecord(2, aContractInService(1)));

            assertThat(commands.find(idempotencyKey(1))).isPresent();
            assertThat(commands.find(idempotencyKey(2))).isPresent();
        }
    }
}
