package io.silverdata.contract.internal.command;

import static io.silverdata.contract.Operator.FAR;
import static io.silverdata.contract.Operator.NEAR;
import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.home;
import static io.silverdata.contract.Operator.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.Operator;
import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.allocation.PortPreference;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.feasibility.FeasibilityPolicy;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a command sees of the plant around an address. */
class SiteAssessorTest {

    @Test
    void a_draft_that_is_assessed_again_does_not_stand_in_its_own_way() {
        Operator operator = new Operator(2, 1);
        ContractId draft = drafted(operator.contracts);
        operator.contracts.assess(draft, STAFF);
        SplitterId reserved = contract(operator.contracts.reserve(draft, STAFF).get())
                .reservation()
                .orElseThrow()
                .ports()
                .splitterOutput()
                .splitter();

        Assessment again = assessment(operator.contracts.assess(draft, STAFF).get());

        assertThat(again.of(reserved).map(SplitterAssessment::verdict)).contains(Verdict.QUALIFIED_WITH_WARNINGS);
        assertThat(again.of(reserved).orElseThrow().checks())
                .filteredOn(check -> check.kind() == FeasibilityCheck.Kind.PON_SUBSCRIBER_LIMIT)
                .extracting(FeasibilityCheck::detail)
                .containsExactly("1 subscribers with this one, at most 1");
        assertThat(operator.contracts.check(home(), terms().plan()).get().verdict())
                .as("for anyone else the PON port is full")
                .isEqualTo(Verdict.UNQUALIFIED);
    }

    @Test
    void the_splitter_asked_for_is_reserved_whatever_is_preferred() {
        Operator operator = Operator.small();
        Contracts contracts = operator.builder()
                .allocation(AllocationPolicy.defaults().withPreference(farthest()))
                .build();
        ContractId indifferent = drafted(contracts);
        contracts.assess(indifferent, STAFF);
        ContractId choosy = drafted(contracts);
        contracts.assess(choosy, NEAR, STAFF);

        assertThat(splitterOf(contracts.reserve(indifferent, STAFF).get())).isEqualTo(FAR);
        assertThat(splitterOf(contracts.reserve(choosy, STAFF).get())).isEqualTo(NEAR);
    }

    @Test
    void no_more_splitters_are_looked_at_than_the_policy_says() {
        Operator operator = Operator.small();
        Contracts contracts = operator.builder()
                .feasibility(FeasibilityPolicy.builder().maxSurveyed(1).build())
                .build();

        Assessment one = contracts.check(home(), terms().plan()).get();
        Assessment both = operator.contracts.check(home(), terms().plan()).get();

        assertThat(one.splitters()).extracting(SplitterAssessment::splitter).containsExactly(NEAR);
        assertThat(both.splitters()).extracting(SplitterAssessment::splitter).containsExactly(NEAR, FAR);
    }

    @Test
    void a_pon_port_is_not_sold_more_often_than_the_policy_says() {
        Operator operator = Operator.small();
        List<Bandwidth> sold = new ArrayList<>(Collections.nCopies(24, Bandwidth.ofMbps(100)));
        Contracts contracts = operator.builder()
                .feasibility(FeasibilityPolicy.builder()
                        .maxOversubscription(1)
                        .warnPercent(100)
                        .build())
                .bandwidth(ponPort -> ponPort.equals(Operator.PON) ? sold : List.of())
                .build();

        assertThat(contracts.check(home(), terms().plan()).get().verdict()).isEqualTo(Verdict.UNQUALIFIED);
        sold.remove(0);
        assertThat(contracts.check(home(), terms().plan()).get().verdict().allowsReservation())
                .isTrue();
    }

    private static PortPreference farthest() {
        return Comparator.comparing(SplitterAssessment::drop).reversed()::compare;
    }

    private static ContractId drafted(Contracts contracts) {
        return contract(contracts.draft(terms(), STAFF).get()).id();
    }

    private static Contract contract(CommandResult result) {
        return result.contract();
    }

    private static Assessment assessment(CommandResult result) {
        return result.contract().assessment().orElseThrow();
    }

    private static SplitterId splitterOf(CommandResult result) {
        return result.contract()
                .reservation()
                .orElseThrow()
                .ports()
                .splitterOutput()
                .splitter();
    }
}
