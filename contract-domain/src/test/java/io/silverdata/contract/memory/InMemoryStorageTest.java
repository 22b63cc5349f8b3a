package io.silverdata.contract.memory;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.drafted;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.smallPlant;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the storage in memory promises beyond its ports. */
class InMemoryStorageTest {
    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    void shares_nothing_with_another() {
        storage.contracts().save(aDraft(1), 0);

        assertThat(new InMemoryStorage().contracts().find(contractId(1))).isEmpty();
    }

    @Nested
    class AConflictThatWasCaught {
        @Test
        void still_ends_the_unit_of_work() {
            storage.contracts().save(aDraft(1), 0);

            assertThatThrownBy(() -> storage.unitOfWork().execute(() -> {
                        storage.contracts().save(aDraft(2), 0);
                        saveThoughTaken(1);
                    }))
                    .isInstanceOf(ConflictException.class);

            assertThat(storage.contracts().find(contractId(2))).isEmpty();
        }

        @Test
        void does_not_end_the_next_unit_of_work() {
            storage.contracts().save(aDraft(1), 0);
            assertThatThrownBy(() -> storage.unitOfWork().execute(() -> saveThoughTaken(1)))
                    .isInstanceOf(ConflictException.class);

            storage.unitOfWork().execute(() -> storage.contracts().save(aDraft(2), 0));

            assertThat(storage.contracts().find(contractId(2))).isPresent();
        }

        private void saveThoughTaken(int n) {
            try {
                storage.contracts().save(aDraft(n), 0);
            } catch (ConflictException caught) {
                assertThat(caught.kind()).isEqualTo(ConflictException.Kind.CONTRACT_VERSION);
            }
        }
    }

    @Nested
    class AFeed {
        @Test
        void does_not_see_what_is_not_committed_even_from_inside() {
            storage.events().append(drafted(1).events());

            storage.unitOfWork().execute(() -> {
                storage.events().append(drafted(2).events());

                assertThat(storage.events().read(EventCursor.START, 10).events())
                        .isEqualTo(drafted(1).events());
                assertThat(storage.events().history(contractId(2)))
                        .isEqualTo(drafted(2).events());
            });

            assertThat(storage.events().read(EventCursor.START, 10).events()).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2", "0", "-1", "x", "99999999999999999999"})
        void refuses_a_cursor_that_is_not_its_own(String cursor) {
            storage.events().append(drafted(1).events());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> storage.events().read(new EventCursor(cursor), 10))
                    .withMessageContaining("cursor")
                    .withMessageContaining(cursor);
        }
    }

    @Nested
    class ALayout {
        @Test
        void must_not_name_anything_twice() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> storage.plant()
                            .install(new PlantLayout(
                                    List.of(olt(1)),
                                    List.of(ponPort(1, 64)),
                                    List.of(splitter(1, 1, 8), splitter(1, 1, 16)))))
                    .withMessage("splitter NAP-1 is there twice");
        }

        @Test
        void that_does_not_fit_is_refused_by_name() {
            assertMisfit("splitter NAP-1 names the unknown PON port olt-1:0/0/2", splitter(1, 2, 8));
            assertMisfit(
                    "splitter NAP-2 names the unknown parent output NAP-1#9",
                    splitter(1, 1, 8),
                    splitter(2, 1, output(1, 9), 4));
            assertMisfit(
                    "output NAP-1#1 feeds two splitters, NAP-2 and NAP-3",
                    splitter(1, 1, 8),
                    splitter(2, 1, output(1, 1), 4),
                    splitter(3, 1, output(1, 1), 4));
            assertMisfit(
                    "splitter NAP-1 feeds itself through others",
                    splitter(1, 1, output(2, 1), 8),
                    splitter(2, 1, output(1, 1), 8));
        }

        @Test
        void leaves_an_output_blocked_that_no_longer_feeds_a_splitter_until_someone_says_otherwise() {
            storage.plant().install(smallPlant());
            storage.plant().install(new PlantLayout(List.of(), List.of(), List.of(splitter(3, 1, output(1, 1), 4))));

            storage.plant().install(new PlantLayout(List.of(), List.of(), List.of(splitter(3, 1, output(1, 2), 4))));

            assertThat(state(1, 1)).isEqualTo(PortState.BLOCKED);
            storage.plant().setCondition(output(1, 1), PortCondition.SERVICEABLE);
            assertThat(state(1, 1)).isEqualTo(PortState.FREE);
        }
    }

    @Test
    void an_output_that_feeds_a_splitter_stays_blocked_whatever_is_said_of_it() {
        storage.plant().install(smallPlant());
        storage.plant().install(new PlantLayout(List.of(), List.of(), List.of(splitter(3, 1, output(1, 1), 4))));

        boolean known = storage.plant().setCondition(output(1, 1), PortCondition.SERVICEABLE);

        assertThat(known).isTrue();
        assertThat(state(1, 1)).isEqualTo(PortState.BLOCKED);
    }

    @Test
    void asking_for_less_than_one_is_refused_everywhere() {
        assertRefused(() -> storage.contracts().due(START, 0));
        assertRefused(() -> storage.contracts().page(Optional.empty(), 0));
        assertRefused(() -> storage.events().read(EventCursor.START, 0));
        assertRefused(() -> storage.plant().nearest(ContractFixtures.HOME, Distance.ZERO, 0, START));
        assertRefused(() -> storage.plant().freePorts(splitterId(1), 0, START));
        assertRefused(() -> storage.work().lease(0, "worker", START, START));
    }

    @Test
    void lists_that_were_given_out_do_not_change_afterwards() {
        storage.plant().install(smallPlant());
        storage.plant().claim(output(1, 1), contractId(1), PortClaim.inUse(), START);
        List<SplitterOutput> held = storage.plant().portsOf(contractId(1));
        List<RecordedEvent> history = storage.events().history(contractId(1));

        storage.plant().release(output(1, 1), contractId(1), START, START);
        storage.events().append(drafted(1).events());

        assertThat(held).hasSize(1);
        assertThat(history).isEmpty();
    }

    private void assertMisfit(String message, Splitter... splitters) {
        PlantLayout layout = new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 64)), Arrays.asList(splitters));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.plant().install(layout))
                .withMessage(message);
    }

    private PortState state(int splitter, int output) {
        return storage.plant().port(output(splitter, output)).orElseThrow().state(START);
    }

    private static void assertRefused(ThrowingCallable question) {
        assertThatIllegalArgumentException().isThrownBy(question).withMessage("max must be 1 or more, was 0");
    }
}
