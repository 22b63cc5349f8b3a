package io.silverdata.contract.adapters.jdbc.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever can be said about a contract survives being written and read, and whatever is damaged is told. */
class JsonProperties {
    private static final String NEWS = "{\"fromTheFuture\":{\"a\":[1,{\"b\":null}],\"{}\":\"}\"},";

    @Property(tries = 2_000)
    void any_event_comes_back_equal(@ForAll long seed) {
        ContractEvent event = new AnyValue(new Random(seed)).of(ContractEvent.class);

        String json = EventJson.write(event);

        assertThat(EventJson.read(EventJson.type(event), json)).isEqualTo(event);
    }

    @Property(tries = 500)
    void any_contract_comes_back_equal(@ForAll long seed) {
        ContractSnapshot contract = new AnyValue(new Random(seed)).of(ContractSnapshot.class);

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
    void every_database_can_hold_the_text(@ForAll long seed) {
        Drift drift = new Drift(Drift.Kind.EXTRA, new AnyValue(new Random(seed)).text(512));
        ContractEvent event = new ContractEvent.DriftDetected(NetworkTarget.LINE, drift);

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

    @Property(tries = 2_000)
    void damaged_text_is_an_error_of_the_storage_or_still_a_value(@ForAll long seed) {
        ContractSnapshot contract = new AnyValue(new Random(seed)).of(ContractSnapshot.class);
        StringBuilder json = new StringBuilder(SnapshotJson.write(contract));
        Random random = new Random(seed);

        int at = random.nextInt(json.length());
        switch (random.nextInt(3)) {
            case 0 -> json.setLength(at);
            case 1 -> json.setCharAt(at, (char) (' ' + random.nextInt(0x60)));
            default -> json.deleteCharAt(at);
        }

        try {
            assertThat(SnapshotJson.read(json.toString())).isNotNull();
        } catch (StorageException told) {
            assertThat(told).hasMessageStartingWith("a contract cannot be read from its JSON: ");
        }
    }

    private static String newer(String json) {
        return json.replace("{}", "{\"fromTheFuture\":1}")
                .replace("{", NEWS)
                .replace(NEWS + "\"fromTheFuture\":1}", "{\"fromTheFuture\":1}");
    }
}
