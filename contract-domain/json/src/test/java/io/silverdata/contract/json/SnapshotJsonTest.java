package io.silverdata.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillabilityRule;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnapshotJsonTest {

    @Test
    void writes_a_contract_as_it_always_did() {
        List<String> lines = life().map(SnapshotJson::write).toList();

        assertThat(lines).isEqualTo(Golden.lines("contracts.txt"));
    }

    @Test
    void reads_a_contract_as_it_was_always_written() {
        List<ContractSnapshot> read =
                Golden.lines("contracts.txt").stream().map(SnapshotJson::read).toList();

        assertThat(read).isEqualTo(life().toList());
    }

    @Test
    void reads_what_an_earlier_release_wrote() {
        List<ContractSnapshot> read = Golden.lines("contracts-earlier.txt").stream()
                .map(SnapshotJson::read)
                .toList();

        assertThat(read).isNotEmpty().allSatisfy(facts -> {
            assertThat(SnapshotJson.read(SnapshotJson.write(facts))).isEqualTo(facts);
            assertThat(facts.resources().settings().isEmpty()).isTrue();
            assertThat(facts.resources().retiredPrefixes()).isEmpty();
        });
    }

    /** Before levels had shares of their own a policy had one, and its holds still owe that share, however strict they become. */
    @Test
    void a_policy_with_one_share_owes_it_at_every_level() {
        for (String line : Golden.linesWith("\"billable\":0", "contracts-earlier.txt")) {
            ContractSnapshot read = SnapshotJson.read(line);

            assertThat(SnapshotJson.write(read)).isEqualTo(line);
            assertThat(read.holds())
                    .allMatch(hold -> hold.policy().billability().equals(BillabilityRule.always(Billability.NONE)));
        }
    }

    @Test
    void a_rule_for_levels_that_is_damaged_is_refused() {
        String json = SnapshotJson.write(ContractFixtures.statesOf(ContractFixtures.dunnedLife(9)).stream()
                .filter(state -> state.hold(SuspensionReason.NON_PAYMENT).isPresent())
                .findFirst()
                .orElseThrow()
                .snapshot());

        assertThat(json).contains("\"HARD_BLOCK\":0,");
        assertThatThrownBy(() -> SnapshotJson.read(json.replaceFirst("\"HARD_BLOCK\":0,", "")))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("field HARD_BLOCK of billable is missing");
        assertThatThrownBy(() -> SnapshotJson.read(json.replaceFirst("\"HARD_BLOCK\":0,", "\"HARD_BLOCK\":10001,")))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("basisPoints");
    }

    @Test
    void what_an_older_writer_did_not_know_is_empty_or_has_its_default() {
        ContractSnapshot draft = ContractFixtures.aDraft(1).snapshot();
        String json = SnapshotJson.write(draft);

        assertThat(json).doesNotContain("holds", "predecessor", "provisioning", "termDays", "dunning", "cycleChanges");
        assertThat(SnapshotJson.read(json)).isEqualTo(draft);
    }

    @Test
    void a_field_that_is_null_counts_as_missing() {
        ContractSnapshot draft = ContractFixtures.aDraft(1).snapshot();
        String json = SnapshotJson.write(draft).replaceFirst("\\{", "{\"predecessor\":null,\"holds\":null,");

        assertThat(SnapshotJson.read(json)).isEqualTo(draft);
        assertThatThrownBy(() -> SnapshotJson.read(json.replaceFirst("\"version\":1", "\"version\":null")))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("field version of contract is missing");
    }

    @Test
    void a_scheduled_command_of_a_newer_version_is_not_dropped_in_silence() {
        String json = SnapshotJson.write(ContractFixtures.aDraft(1).snapshot())
                .replaceFirst("\\{", "{\"scheduled\":[{\"at\":0,\"teleport\":{}}],");

        assertThatThrownBy(() -> SnapshotJson.read(json))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("no command that this version knows");
    }

    static Stream<ContractSnapshot> life() {
        return Stream.of(
                        ContractFixtures.fullLife(7),
                        ContractFixtures.dunnedLife(9),
                        ContractFixtures.adoptedLife(11),
                        ContractFixtures.movedLife(13),
                        ContractFixtures.addOnLife(15),
                        ContractFixtures.pricedLife(17),
                        ContractFixtures.activatedLaterLife(19))
                .flatMap(life -> ContractFixtures.statesOf(life).stream())
                .map(Contract::snapshot);
    }
}
