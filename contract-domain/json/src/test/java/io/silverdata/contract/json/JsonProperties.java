package io.silverdata.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.testkit.ContractFixtures;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever can be said about a contract survives being written and read, and whatever is damaged is told. */
class JsonProperties {
    private static final String NEWS = "{\"fromTheFuture\":{\"a\":[1,{\"b\":null}],\"{}\":\"}\"},";

    @Provide
    static Arbitrary<ContractEvent> events() {
        return AnyValues.of(ContractEvent.class);
    }

    @Provide
    static Arbitrary<ContractSnapshot> contracts() {
        return AnyValues.of(ContractSnapshot.class);
    }

    @Provide
    static Arbitrary<String> texts() {
        return AnyValues.text(512);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void any_event_comes_back_equal(@ForAll("events") ContractEvent event) {
        String json = EventJson.write(event);

        assertThat(EventJson.read(EventJson.type(event), json)).isEqualTo(event);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void any_contract_comes_back_equal(@ForAll("contracts") ContractSnapshot contract) {
        String json = SnapshotJson.write(contract);

        assertThat(SnapshotJson.read(json)).isEqualTo(contract);
    }

    @Property(tries = 20)
    void a_whole_life_comes_back_equal(@ForAll @IntRange(min = 0, max = 9_999) int n) {
        var life = ContractFixtures.fullLife(n);

        for (RecordedEvent recorded : life.events()) {
            ContractEvent event = recorded.event();
            assertThat(EventJson.read(EventJson.type(event), EventJson.write(event)))
                    .isEqualTo(event);
        }
        for (Contract contract : ContractFixtures.statesOf(life)) {
            assertThat(SnapshotJson.read(SnapshotJson.write(contract.snapshot())))
                    .isEqualTo(contract.snapshot());
        }
    }

    @Property(tries = 500)
    void every_database_can_hold_the_text(@ForAll("texts") String text) {
        ContractEvent event = new ContractEvent.DriftDetected(NetworkTarget.LINE, new Drift(Drift.Kind.EXTRA, text));

        String json = EventJson.write(event);

        // no NUL, which PostgreSQL refuses; no half pair, which is no UTF-8; at most three bytes for a character
        assertThat(json.chars()).allMatch(character -> character >= ' ' && character < Character.MIN_SURROGATE);
        assertThat(EventJson.read(EventJson.type(event), json)).isEqualTo(event);
    }

    @Property(tries = 20)
    void what_a_newer_writer_added_is_passed_over(@ForAll @IntRange(min = 0, max = 9_999) int n) {
        for (RecordedEvent recorded : ContractFixtures.fullLife(n).events()) {
            ContractEvent event = recorded.event();
            assertThat(EventJson.read(EventJson.type(event), newer(EventJson.write(event))))
                    .isEqualTo(event);
        }
    }

    /** How a text is damaged. */
    enum Damage {
        CUT_OFF,
        ONE_CHARACTER_CHANGED,
        ONE_CHARACTER_GONE
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void damaged_text_is_told_or_is_the_text_of_another_contract(
            @ForAll("contracts") ContractSnapshot contract,
            @ForAll @IntRange(min = 0, max = 1_000_000) int place,
            @ForAll Damage damage,
            @ForAll @CharRange(from = ' ', to = '~') char other) {
        StringBuilder json = new StringBuilder(SnapshotJson.write(contract));
        int at = place % json.length();
        switch (damage) {
            case CUT_OFF -> json.setLength(at);
            case ONE_CHARACTER_CHANGED -> json.setCharAt(at, other);
            case ONE_CHARACTER_GONE -> json.deleteCharAt(at);
        }

        try {
            ContractSnapshot read = SnapshotJson.read(json.toString());
            assertThat(SnapshotJson.read(SnapshotJson.write(read))).isEqualTo(read);
        } catch (InvalidJsonException told) {
            assertThat(told).hasMessageStartingWith("a contract cannot be read from its JSON: ");
        }
    }

    private static String newer(String json) {
        return json.replace("{}", "{\"fromTheFuture\":1}")
                .replace("{", NEWS)
                .replace(NEWS + "\"fromTheFuture\":1}", "{\"fromTheFuture\":1}");
    }
}
