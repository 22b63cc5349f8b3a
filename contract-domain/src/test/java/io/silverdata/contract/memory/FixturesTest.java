package io.silverdata.contract.memory;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aCancelledContract;
import static io.silverdata.contract.testkit.ContractFixtures.aContractInService;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.aReservedDraft;
import static io.silverdata.contract.testkit.ContractFixtures.aSuspendedContract;
import static io.silverdata.contract.testkit.ContractFixtures.addOnLife;
import static io.silverdata.contract.testkit.ContractFixtures.adoptedLife;
import static io.silverdata.contract.testkit.ContractFixtures.anActiveContract;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.dunnedLife;
import static io.silverdata.contract.testkit.ContractFixtures.fullLife;
import static io.silverdata.contract.testkit.ContractFixtures.movedLife;
import static io.silverdata.contract.testkit.ContractFixtures.pricedLife;
import static io.silverdata.contract.testkit.ContractFixtures.statesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kits' own fixtures keep what their Javadoc says. */
class FixturesTest {
    @Test
    void a_full_a_dunned_and_an_adopted_life_have_every_kind_of_event() {
        Set<Class<?>> kinds = Stream.of(
                        fullLife(1), dunnedLife(3), adoptedLife(5), movedLife(7), addOnLife(9), pricedLife(11))
                .flatMap(life -> life.events().stream())
                .map(event -> event.event().getClass())
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(ContractEvent.class.getPermittedSubclasses());
    }

    @Test
    void a_full_life_ends_with_an_ended_contract_that_holds_nothing() {
        Contract last = fullLife(1).contract();

        assertThat(last.status()).isEqualTo(Status.CANCELLED);
        assertThat(last.heldOnus()).isEmpty();
        assertThat(last.heldUsers()).isEmpty();
        assertThat(statesOf(fullLife(1))).last().isEqualTo(last);
    }

    @Test
    void contracts_are_at_the_stage_that_their_names_say() {
        assertThat(aDraft(1).status()).isEqualTo(Status.DRAFT);
        assertThat(aDraft(1).version()).isEqualTo(1);
        assertThat(aReservedDraft(1, START.plusSeconds(1)).version()).isEqualTo(3);
        assertThat(anActiveContract(1).status()).isEqualTo(Status.ACTIVE);
        assertThat(anActiveContract(1).version()).isEqualTo(4);
        assertThat(aContractInService(1).inServiceSince()).isPresent();
        assertThat(aContractInService(1).version()).isEqualTo(7);
        assertThat(aSuspendedContract(1).status()).isEqualTo(Status.SUSPENDED);
        assertThat(aCancelledContract(1).status()).isEqualTo(Status.CANCELLED);
        assertThat(aCancelledContract(1).heldOnus()).isNotEmpty();
    }

    @Test
    void identities_are_in_the_order_of_their_numbers() {
        assertThat(contractId(0)).isLessThan(contractId(1));
        assertThat(contractId(9)).isLessThan(contractId(10));
        assertThat(contractId(999_999)).isLessThan(contractId(1_000_000));
        assertThat(contractId(9).toString()).isLessThan(contractId(10).toString());
    }

    @Test
    void a_clock_moves_when_told_and_for_every_zone() {
        SettableClock clock = new SettableClock(START);
        Clock elsewhere = clock.withZone(ZoneId.of("America/Guayaquil"));

        clock.advance(Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(elsewhere.instant()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("America/Guayaquil"));
        clock.set(START);
        assertThat(elsewhere.instant()).isEqualTo(START);
    }
}
