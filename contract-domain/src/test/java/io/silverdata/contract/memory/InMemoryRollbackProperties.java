package io.silverdata.contract.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.memory.Steps.Bench;
import io.silverdata.contract.memory.Steps.Step;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was rolled back never was: not in any answer, and not in anything that comes after. */
class InMemoryRollbackProperties {
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_storage_in_which_something_was_rolled_back_is_one_in_which_it_never_happened(
            @ForAll("steps") List<Step<Bench>> before,
            @ForAll("steps") List<Step<Bench>> undone,
            @ForAll("steps") List<Step<Bench>> after) {
        Bench bench = aBench();
        Bench untouched = aBench();
        before.forEach(step -> assertThat(step.doTo(bench)).isEqualTo(step.doTo(untouched)));

        assertThatThrownBy(() -> bench.storage().unitOfWork().execute(() -> {
                    Bench aside = bench.aside();
                    undone.forEach(step -> step.doTo(aside));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(Steps.answersOf(bench.storage())).isEqualTo(Steps.answersOf(untouched.storage()));
        after.forEach(step -> assertThat(step.doTo(bench)).as(step.name()).isEqualTo(step.doTo(untouched)));
        assertThat(Steps.answersOf(bench.storage())).isEqualTo(Steps.answersOf(untouched.storage()));
    }

    @Provide
    Arbitrary<List<Step<Bench>>> steps() {
        return Steps.ofStorage().list().ofMaxSize(15);
    }

    private static Bench aBench() {
        InMemoryStorage storage = new InMemoryStorage();
        storage.plant().install(Steps.layout());
        return Bench.of(storage);
    }
}
