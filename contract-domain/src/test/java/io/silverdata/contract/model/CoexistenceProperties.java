package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CoexistenceProperties {
    private static final WriteScope EVERYTHING = new WriteScope.Everything();
    private static final List<WriteScope> DEVICES = List.of(new WriteScope.Radius(), olt("olt-1"), olt("olt-2"));
    private static final List<ContractId> CONTRACTS = List.of(contract(1), contract(2));

    /** Of the switches since everything was switched, the last that names a scope counts for it. */
    @Property
    void what_is_observed_explicitly_outweighs_what_is_written_and_both_outweigh_everything(
            @ForAll("switches") List<WriteSwitch> switches) {
        Coexistence state = Coexistence.NONE;
        for (WriteSwitch wanted : switches) {
            state = state.after(wanted);
        }

        for (WriteScope device : DEVICES) {
            for (ContractId contract : CONTRACTS) {
                List<WriteMode> said =
                        List.of(last(switches, device), last(switches, new WriteScope.OfContract(contract)));
                boolean expected = !said.contains(WriteMode.OBSERVE)
                        && (said.contains(WriteMode.WRITE) || last(switches, EVERYTHING) != WriteMode.OBSERVE);
                assertThat(state.writes(device, Optional.of(contract))).isEqualTo(expected);
            }
        }
        assertThat(state.revision()).isEqualTo(switches.size());
    }

    @Property
    void changes_come_to_the_same_as_the_switches_that_made_them(@ForAll("switches") List<WriteSwitch> switches) {
        Coexistence bySwitches = Coexistence.NONE;
        Coexistence byChanges = Coexistence.NONE;
        for (WriteSwitch wanted : switches) {
            bySwitches = bySwitches.after(wanted);
            byChanges = byChanges.with(new CoexistenceChange(
                    byChanges.revision() + 1,
                    Instant.EPOCH,
                    new Actor("ana"),
                    Trigger.ADMIN,
                    wanted.reason(),
                    wanted.mode(),
                    wanted.scopes()));
        }

        assertThat(byChanges).isEqualTo(bySwitches);
    }

    @Property
    void a_scope_is_read_from_its_text(@ForAll("scopes") WriteScope scope) {
        assertThat(WriteScope.parse(scope.toString()).get()).isEqualTo(scope);
    }

    @Example
    void text_that_is_no_scope_is_refused() {
        for (String text : List.of("", "all", "olt:", "olt:a b", "contract:1", "EVERYTHING", "nas:1")) {
            assertThat(WriteScope.parse(text).isLeft()).as(text).isTrue();
        }
    }

    @Example
    void everything_stands_alone_and_is_written_or_observed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriteSwitch.of(WriteMode.OBSERVE, "x", EVERYTHING, new WriteScope.Radius()))
                .withMessageContaining("everything alone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriteSwitch.of(WriteMode.AS_EVERYTHING, "x", EVERYTHING))
                .withMessageContaining("WRITE or OBSERVE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteSwitch(WriteMode.WRITE, Set.of(), "x", 0))
                .withMessageContaining("scopes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WriteSwitch.of(WriteMode.WRITE, "", EVERYTHING))
                .withMessageContaining("reason");
    }

    @Provide
    Arbitrary<List<WriteSwitch>> switches() {
        Arbitrary<WriteSwitch> ofEverything =
                Arbitraries.of(WriteMode.WRITE, WriteMode.OBSERVE).map(mode -> WriteSwitch.of(mode, "x", EVERYTHING));
        Arbitrary<WriteSwitch> ofOthers = Combinators.combine(
                        Arbitraries.of(WriteMode.class),
                        Arbitraries.of(others()).set().ofMinSize(1).ofMaxSize(3))
                .as((mode, scopes) -> new WriteSwitch(mode, scopes, "x", 0));
        return Arbitraries.frequencyOf(Tuple.of(1, ofEverything), Tuple.of(4, ofOthers))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<WriteScope> scopes() {
        List<WriteScope> all = new ArrayList<>(others());
        all.add(EVERYTHING);
        return Arbitraries.of(all);
    }

    private static List<WriteScope> others() {
        List<WriteScope> others = new ArrayList<>(DEVICES);
        CONTRACTS.forEach(contract -> others.add(new WriteScope.OfContract(contract)));
        return others;
    }

    private static WriteMode last(List<WriteSwitch> switches, WriteScope scope) {
        for (int at = switches.size() - 1; at >= 0; at--) {
            Set<WriteScope> scopes = switches.get(at).scopes();
            if (scopes.contains(scope)) {
                return switches.get(at).mode();
            }
            if (scopes.contains(EVERYTHING)) {
                return WriteMode.AS_EVERYTHING;
            }
        }
        return WriteMode.AS_EVERYTHING;
    }

    private static WriteScope olt(String name) {
        return new WriteScope.Olt(new OltId(name));
    }

    private static ContractId contract(int n) {
        return new ContractId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n));
    }
}
