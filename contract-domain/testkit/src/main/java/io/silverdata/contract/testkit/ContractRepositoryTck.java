package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.Conflicts.assertConflict;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aCancelledContract;
import static io.silverdata.contract.testkit.ContractFixtures.aContractInService;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.aReservedDraft;
import static io.silverdata.contract.testkit.ContractFixtures.aSuspendedContract;
import static io.silverdata.contract.testkit.ContractFixtures.accessSettings;
import static io.silverdata.contract.testkit.ContractFixtures.adoptedLife;
import static io.silverdata.contract.testkit.ContractFixtures.anActiveContract;
import static io.silverdata.contract.testkit.ContractFixtures.confirmed;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.dunnedLife;
import static io.silverdata.contract.testkit.ContractFixtures.fullLife;
import static io.silverdata.contract.testkit.ContractFixtures.handle;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.ports;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.reassessed;
import static io.silverdata.contract.testkit.ContractFixtures.statesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.HeldPrefix;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link ContractRepository} asks of an adapter. Extend it, and give an empty storage to each test.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ContractRepositoryTck {
    private static final Duration A_DAY = Duration.ofDays(1);

    private Storage storage;
    private ContractRepository contracts;

    /** For the test of an adapter. */
    protected ContractRepositoryTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        storage = storage();
        contracts = storage.contracts();
    }

    @Nested
    class Find {
        @Test
        void finds_nothing_in_an_empty_storage() {
            assertThat(contracts.find(contractId(1))).isEmpty();
            assertThat(contracts.find(contractNumber(1))).isEmpty();
        }

        @Test
        void gives_back_every_fact_at_every_stage_of_a_life() {
            for (Contract state : statesOf(fullLife(1))) {
                contracts.save(state, state.version() - 1);

                assertThat(contracts.find(state.id()).map(Contract::snapshot)).contains(state.snapshot());
            }
        }

        @Test
        void gives_back_the_steps_of_dunning() {
            for (Contract state : statesOf(dunnedLife(1))) {
                contracts.save(state, state.version() - 1);

                assertThat(contracts.find(state.id()).map(Contract::snapshot)).contains(state.snapshot());
            }
        }

        @Test
        void gives_back_a_contract_that_was_adopted() {
            for (Contract state : statesOf(adoptedLife(1)).subList(2, 5)) {
                contracts.save(state, state.version() == 3 ? 0 : state.version() - 1);

                assertThat(contracts.find(state.id()).map(Contract::snapshot)).contains(state.snapshot());
                assertThat(contracts.holderOf(onu(1))).contains(state.id());
            }
        }

        @Test
        void finds_a_live_contract_by_its_number() {
            Contract contract = kept(anActiveContract(1));
            kept(anActiveContract(2));

            Optional<Contract> found = contracts.find(contractNumber(1));

            assertThat(found).contains(contract);
        }

        @Test
        void finds_an_ended_contract_by_its_number() {
            Contract contract = kept(aCancelledContract(1));

            Optional<Contract> found = contracts.find(contractNumber(1));

            assertThat(found).contains(contract);
        }

        @Test
        void tells_numbers_apart_that_differ_only_in_leading_zeros_or_punctuation() {
            Contract plain = kept(draftNumbered(1, "C-1"));
            Contract dotted = kept(draftNumbered(2, "C.1"));
            Contract padded = kept(draftNumbered(3, "C-01"));

            assertThat(contracts.find(new ContractNumber("C-1"))).contains(plain);
            assertThat(contracts.find(new ContractNumber("C.1"))).contains(dotted);
            assertThat(contracts.find(new ContractNumber("C-01"))).contains(padded);
        }

        @Test
        void brings_several_in_the_order_asked_for_and_passes_over_those_that_there_are_not() {
            Contract first = kept(aDraft(1));
            Contract second = kept(aContractInService(2));

            assertThat(contracts.findAll(List.of(contractId(2), contractId(9), contractId(1))))
                    .containsExactly(second, first);
            assertThat(contracts.findAll(List.of())).isEmpty();
        }
    }

    @Nested
    class Save {
        @Test
        void keeps_a_new_contract_if_there_is_none() {
            contracts.save(aDraft(1), 0);

            assertThat(contracts.find(contractId(1))).contains(aDraft(1));
        }

        @Test
        void keeps_a_changed_contract_in_place_of_the_one_before() {
            Contract draft = kept(aDraft(1));
            Contract changed = reassessed(draft, START.plus(A_DAY)).contract();

            contracts.save(changed, draft.version());

            assertThat(contracts.find(draft.id())).contains(changed);
        }

        @Test
        void keeps_a_contract_that_moved_on_by_several_versions_at_once() {
            Contract draft = kept(aDraft(1));
            Contract active = anActiveContract(1);

            contracts.save(active, draft.version());

            assertThat(contracts.find(draft.id())).contains(active);
        }

        @Test
        void refuses_a_new_contract_if_there_is_one_already() {
            Contract draft = kept(aDraft(1));

            assertConflict(
                    Kind.CONTRACT_VERSION,
                    () -> contracts.save(reassessed(draft, START.plus(A_DAY)).contract(), 0));

            assertThat(contracts.find(draft.id())).contains(draft);
        }

        @Test
        void refuses_a_change_of_a_contract_that_does_not_exist() {
            assertConflict(Kind.CONTRACT_VERSION, () -> contracts.save(anActiveContract(1), 3));

            assertThat(contracts.find(contractId(1))).isEmpty();
            assertThat(contracts.find(contractNumber(1))).isEmpty();
        }

        @ParameterizedTest(name = "expected {0} where 4 is kept")
        @ValueSource(longs = {0, 1, 3, 5, Long.MAX_VALUE})
        void refuses_a_change_of_another_version_than_the_one_kept(long expected) {
            Contract active = kept(anActiveContract(1));
            Contract changed = aContractInService(1);

            assertConflict(Kind.CONTRACT_VERSION, () -> contracts.save(changed, expected));

            assertThat(contracts.find(active.id())).contains(active);
        }

        @Test
        void refuses_a_number_that_another_contract_has() {
            kept(draftNumbered(1, "C-77"));

            assertConflict(Kind.CONTRACT_NUMBER, () -> contracts.save(draftNumbered(2, "C-77"), 0));

            assertThat(contracts.find(contractId(2))).isEmpty();
        }

        @Test
        void refuses_the_number_of_an_ended_contract() {
            Contract ended = kept(aCancelledContract(1));

            assertConflict(
                    Kind.CONTRACT_NUMBER,
                    () -> contracts.save(draftNumbered(2, ended.number().value()), 0));
        }

        @Test
        void keeps_a_number_that_was_corrected_and_lets_another_contract_have_the_old_one() {
            Contract before = kept(anActiveContract(1));
            Contract after = handle(before, new Command.CorrectNumber(contractNumber(77)), START.plus(A_DAY))
                    .contract();
            contracts.save(after, before.version());

            Contract other = kept(draftNumbered(2, before.number().value()));

            assertThat(contracts.find(contractNumber(77)).map(Contract::id)).contains(after.id());
            assertThat(contracts.holderOf(before.number())).contains(other.id());
            assertConflict(Kind.CONTRACT_NUMBER, () -> contracts.save(draftNumbered(3, "C-77"), 0));
        }

        @Test
        void refuses_a_correction_to_the_number_of_another_contract() {
            Contract before = kept(anActiveContract(1));
            Contract other = kept(anActiveContract(2));
            Contract after = handle(before, new Command.CorrectNumber(other.number()), START.plus(A_DAY))
                    .contract();

            assertConflict(Kind.CONTRACT_NUMBER, () -> contracts.save(after, before.version()));

            assertThat(contracts.find(other.number()).map(Contract::id)).contains(other.id());
            assertThat(contracts.find(before.id())).contains(before);
        }

        @Test
        void refuses_an_ONU_that_another_contract_uses() {
            kept(active(1, onu(9), radiusUser(1)));

            assertConflict(Kind.ONU_SERIAL, () -> contracts.save(active(2, onu(9), radiusUser(2)), 0));

            assertThat(contracts.find(contractId(2))).isEmpty();
        }

        @Test
        void refuses_an_ONU_that_another_contract_gave_up_but_that_is_still_to_be_removed() {
            Contract before = kept(active(1, onu(9), radiusUser(1)));
            Contract after = handle(before, new Command.SwapOnu(onu(10)), START.plus(A_DAY))
                    .contract();
            contracts.save(after, before.version());

            assertConflict(Kind.ONU_SERIAL, () -> contracts.save(active(2, onu(9), radiusUser(2)), 0));
            assertConflict(Kind.ONU_SERIAL, () -> contracts.save(active(3, onu(10), radiusUser(3)), 0));
        }

        @Test
        void refuses_a_login_that_another_contract_uses() {
            kept(active(1, onu(1), radiusUser(9)));

            assertConflict(Kind.RADIUS_USER, () -> contracts.save(active(2, onu(2), radiusUser(9)), 0));

            assertThat(contracts.find(contractId(2))).isEmpty();
        }

        @Test
        void refuses_a_login_that_another_contract_gave_up_but_that_is_still_to_be_removed() {
            Contract before = kept(active(1, onu(1), radiusUser(9)));
            Contract after = handle(
                            before,
                            new Command.TransferOwnership(customer(5), Optional.of(radiusUser(10)), Optional.empty()),
                            START.plus(A_DAY))
                    .contract();
            contracts.save(after, before.version());

            assertConflict(Kind.RADIUS_USER, () -> contracts.save(active(2, onu(2), radiusUser(9)), 0));
            assertConflict(Kind.RADIUS_USER, () -> contracts.save(active(3, onu(3), radiusUser(10)), 0));
        }

        @Test
        void lets_a_contract_keep_what_is_its_own() {
            Contract active = kept(anActiveContract(1));
            Contract inService = aContractInService(1);

            contracts.save(inService, active.version());

            assertThat(contracts.holderOf(onu(1))).contains(active.id());
            assertThat(contracts.holderOf(radiusUser(1))).contains(active.id());
        }

        @Test
        void lets_another_contract_have_what_was_removed_from_the_network() {
            Contract cancelled = kept(aCancelledContract(1));
            Contract removed =
                    confirmed(cancelled, cancelled.snapshot().lastRecordedAt()).contract();
            contracts.save(removed, cancelled.version());

            Contract next = kept(active(2, onu(1), radiusUser(1)));

            assertThat(contracts.holderOf(onu(1))).contains(next.id());
            assertThat(contracts.holderOf(radiusUser(1))).contains(next.id());
        }
    }

    @Nested
    class Networks {
        private Contract having(int n, AccessSettings settings) {
            return handle(anActiveContract(n), new Command.ChangeAccessSettings(settings), START.plus(A_DAY))
                    .contract();
        }

        private AccessSettings fixed(String address) {
            return AccessSettings.NONE.with(new IpAddress(address));
        }

        private AccessSettings routed(String network) {
            return AccessSettings.NONE.with(FramedRoute.to(new IpPrefix(network)));
        }

        private List<HeldPrefix> holders(String network) {
            return contracts.holdersOf(new IpPrefix(network), 10);
        }

        @Test
        void are_given_back_with_their_contract_and_known_as_its() {
            Contract contract = kept(having(1, accessSettings(1, 2)));

            assertThat(contracts.find(contract.id()).map(Contract::snapshot)).contains(contract.snapshot());
            assertThat(contract.heldPrefixes())
                    .hasSize(3)
                    .allSatisfy(network -> assertThat(contracts.holdersOf(network, 10))
                            .containsExactly(new HeldPrefix(network, contract.id())));
        }

        @Test
        void are_refused_if_they_are_equal_to_within_or_around_those_of_another_contract() {
            kept(having(1, routed("198.51.100.64/28").with(FramedRoute.to(new IpPrefix("2001:db8:40::/44")))));

            for (AccessSettings taken : List.of(
                    routed("198.51.100.64/28"),
                    fixed("198.51.100.64"),
                    fixed("198.51.100.70"),
                    fixed("198.51.100.79"),
                    routed("198.51.100.72/30"),
                    routed("198.51.100.64/27"),
                    routed("198.51.100.0/24"),
                    AccessSettings.NONE.withPrefix(new IpPrefix("2001:db8:4f:ffff::/64")),
                    AccessSettings.NONE.withDelegatedPrefix(new IpPrefix("2001:db8::/32")))) {
                assertConflict(Kind.NETWORK, () -> contracts.save(having(2, taken), 0));
            }

            assertThat(contracts.find(contractId(2))).isEmpty();
        }

        @Test
        void are_free_beside_those_of_other_contracts() {
            kept(having(1, routed("198.51.100.64/28").withPrefix(new IpPrefix("2001:db8:40::/44"))));

            kept(having(2, fixed("198.51.100.63").withPrefix(new IpPrefix("2001:db8:3f:ffff::/64"))));
            kept(having(3, fixed("198.51.100.80").withPrefix(new IpPrefix("2001:db8:50::/44"))));
            kept(having(4, routed("198.51.100.96/27")));

            assertThat(holders("198.51.100.0/24"))
                    .containsExactly(
                            new HeldPrefix(new IpPrefix("198.51.100.63/32"), contractId(2)),
                            new HeldPrefix(new IpPrefix("198.51.100.64/28"), contractId(1)),
                            new HeldPrefix(new IpPrefix("198.51.100.80/32"), contractId(3)),
                            new HeldPrefix(new IpPrefix("198.51.100.96/27"), contractId(4)));
            assertThat(contracts.holdersOf(new IpPrefix("198.51.100.0/24"), 2)).hasSize(2);
            assertThat(holders("198.51.100.66/32"))
                    .containsExactly(new HeldPrefix(new IpPrefix("198.51.100.64/28"), contractId(1)));
            assertThat(holders("198.51.100.81/32")).isEmpty();
            assertThat(holders("2001:db8:4a::/48"))
                    .containsExactly(new HeldPrefix(new IpPrefix("2001:db8:40::/44"), contractId(1)));
            assertThat(holders("10.0.0.0/8")).isEmpty();
        }

        @Test
        void may_grow_and_shrink_within_one_contract() {
            Contract small = kept(having(1, routed("198.51.100.64/28")));
            Contract wide = handle(
                            small, new Command.ChangeAccessSettings(routed("198.51.100.64/27")), START.plus(A_DAY))
                    .contract();
            contracts.save(wide, small.version());
            Contract again = handle(wide, new Command.ChangeAccessSettings(fixed("198.51.100.90")), START.plus(A_DAY))
                    .contract();
            contracts.save(again, wide.version());

            // what is given up is held until RADIUS has removed it
            assertConflict(Kind.NETWORK, () -> contracts.save(having(2, fixed("198.51.100.65")), 0));
            Contract removed =
                    confirmed(again, again.snapshot().lastRecordedAt()).contract();
            contracts.save(removed, again.version());
            kept(having(2, fixed("198.51.100.65")));

            assertThat(holders("198.51.100.0/24"))
                    .containsExactly(
                            new HeldPrefix(new IpPrefix("198.51.100.65/32"), contractId(2)),
                            new HeldPrefix(new IpPrefix("198.51.100.90/32"), contractId(1)));
        }

        @Test
        void of_a_draft_are_free_as_soon_as_it_gives_them_up() {
            Contract draft = kept(handle(
                            aReservedDraft(1, START.plus(A_DAY)),
                            new Command.ChangeAccessSettings(fixed("198.51.100.65")),
                            START)
                    .contract());
            assertConflict(Kind.NETWORK, () -> contracts.save(having(2, fixed("198.51.100.65")), 0));

            Contract without = handle(draft, new Command.ChangeAccessSettings(AccessSettings.NONE), START)
                    .contract();
            contracts.save(without, draft.version());

            kept(having(2, fixed("198.51.100.65")));
        }

        @Test
        void are_free_once_the_login_of_an_ended_contract_is_removed() {
            Contract live = kept(having(1, fixed("198.51.100.65")));
            Contract ended = handle(
                            live,
                            new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.empty()),
                            START.plus(A_DAY))
                    .contract();
            contracts.save(ended, live.version());
            assertConflict(Kind.NETWORK, () -> contracts.save(having(2, fixed("198.51.100.65")), 0));

            Contract removed =
                    confirmed(ended, ended.snapshot().lastRecordedAt()).contract();
            contracts.save(removed, ended.version());

            kept(having(2, fixed("198.51.100.65")));
            assertThat(holders("198.51.100.65/32"))
                    .containsExactly(new HeldPrefix(new IpPrefix("198.51.100.65/32"), contractId(2)));
        }

        @Test
        void are_looked_for_one_at_least() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> contracts.holdersOf(new IpPrefix("198.51.100.0/24"), 0));
        }
    }

    @Nested
    class HolderOf {
        @Test
        void is_nobody_for_what_nobody_has() {
            kept(aReservedDraft(1, START.plus(A_DAY)));

            assertThat(contracts.holderOf(onu(1))).isEmpty();
            assertThat(contracts.holderOf(radiusUser(1))).isEmpty();
        }

        @Test
        void is_the_contract_that_uses_it() {
            kept(anActiveContract(1));
            kept(aSuspendedContract(2));

            assertThat(contracts.holderOf(onu(1))).contains(contractId(1));
            assertThat(contracts.holderOf(onu(2))).contains(contractId(2));
            assertThat(contracts.holderOf(radiusUser(1))).contains(contractId(1));
            assertThat(contracts.holderOf(radiusUser(2))).contains(contractId(2));
        }

        @Test
        void is_still_the_contract_that_gave_it_up_until_it_is_removed_from_the_network() {
            Contract cancelled = kept(aCancelledContract(1));

            Optional<ContractId> before = contracts.holderOf(onu(1));
            Contract removed =
                    confirmed(cancelled, cancelled.snapshot().lastRecordedAt()).contract();
            contracts.save(removed, cancelled.version());

            assertThat(before).contains(cancelled.id());
            assertThat(contracts.holderOf(onu(1))).isEmpty();
            assertThat(contracts.holderOf(radiusUser(1))).isEmpty();
        }

        @Test
        void is_one_contract_for_the_old_and_the_new_ONU_of_a_swap() {
            Contract before = kept(anActiveContract(1));
            Contract after = handle(before, new Command.SwapOnu(onu(10)), START.plus(A_DAY))
                    .contract();
            contracts.save(after, before.version());

            assertThat(contracts.holderOf(onu(1))).contains(before.id());
            assertThat(contracts.holderOf(onu(10))).contains(before.id());
        }

        @Test
        void tells_logins_apart_by_case() {
            kept(active(1, onu(1), new RadiusUser("Maria@example.net")));

            assertThat(contracts.holderOf(new RadiusUser("maria@example.net"))).isEmpty();
        }
    }

    @Nested
    class Due {
        @Test
        void refuses_to_look_for_less_than_one() {
            assertThatIllegalArgumentException().isThrownBy(() -> contracts.due(START, 0));
        }

        @Test
        void has_nothing_for_contracts_that_wait_for_nothing() {
            kept(aDraft(1));
            kept(aContractInService(2));

            assertThat(contracts.due(Instant.parse("2126-01-01T00:00:00Z"), 10)).isEmpty();
        }

        @Test
        void has_a_contract_from_the_very_moment_on() {
            Instant end = START.plus(A_DAY);
            kept(aReservedDraft(1, end));

            assertThat(contracts.due(end.minusNanos(1_000), 10)).isEmpty();
            assertThat(contracts.due(end, 10)).containsExactly(contractId(1));
            assertThat(contracts.due(end.plus(A_DAY), 10)).containsExactly(contractId(1));
        }

        @Test
        void has_the_longest_due_first_and_no_more_than_asked_for() {
            kept(aReservedDraft(1, START.plus(A_DAY.multipliedBy(3))));
            kept(aReservedDraft(2, START.plus(A_DAY.multipliedBy(1))));
            kept(aReservedDraft(3, START.plus(A_DAY.multipliedBy(2))));
            kept(aReservedDraft(4, START.plus(A_DAY.multipliedBy(9))));

            Instant now = START.plus(A_DAY.multipliedBy(5));

            assertThat(contracts.due(now, 10)).containsExactly(contractId(2), contractId(3), contractId(1));
            assertThat(contracts.due(now, 2)).containsExactly(contractId(2), contractId(3));
        }

        @Test
        void no_longer_has_a_contract_once_that_was_handled() {
            Instant end = START.plus(A_DAY);
            Contract reserved = kept(aReservedDraft(1, end));
            Contract expired =
                    handle(reserved, new Command.ExpireReservation(), end).contract();

            contracts.save(expired, reserved.version());

            assertThat(contracts.due(end.plus(A_DAY), 10)).isEmpty();
        }

        @Test
        void has_a_contract_at_its_new_time_when_that_moved() {
            Instant end = START.plus(A_DAY);
            Contract reserved = kept(aReservedDraft(1, end));
            Contract renewed = handle(reserved, new Command.RenewReservation(end.plus(A_DAY), 1), START)
                    .contract();

            contracts.save(renewed, reserved.version());

            assertThat(contracts.due(end, 10)).isEmpty();
            assertThat(contracts.due(end.plus(A_DAY), 10)).containsExactly(contractId(1));
        }
    }

    @Nested
    class ManyAtOnce {
        @Test
        void are_told_who_holds_them_and_what_nobody_holds_is_left_out() {
            kept(anActiveContract(1));
            kept(aCancelledContract(3));
            kept(aDraft(5));

            assertThat(contracts.holdersOfOnus(List.of(onu(3), onu(2), onu(1))))
                    .isEqualTo(Map.of(onu(1), contractId(1), onu(3), contractId(3)));
            assertThat(contracts.holdersOfUsers(Set.of(radiusUser(1), radiusUser(2), radiusUser(3))))
                    .isEqualTo(Map.of(radiusUser(1), contractId(1), radiusUser(3), contractId(3)));
            assertThat(contracts.holdersOfOnus(List.of())).isEmpty();
            assertThat(contracts.holdersOfUsers(List.of())).isEmpty();
        }
    }

    @Nested
    class Page {
        @Test
        void refuses_to_look_for_less_than_one() {
            assertThatIllegalArgumentException().isThrownBy(() -> contracts.page(Optional.empty(), 0));
        }

        @Test
        void is_empty_in_an_empty_storage() {
            assertThat(contracts.page(Optional.empty(), 10)).isEmpty();
        }

        @ParameterizedTest(name = "{0} at a time")
        @ValueSource(ints = {1, 2, 3, 7, 8, 100})
        void after_page_brings_every_contract_once_in_the_order_of_identities(int max) {
            List.of(5, 2, 7, 1, 4, 6, 3).forEach(n -> kept(aDraft(n)));

            List<ContractId> all = new ArrayList<>();
            List<ContractId> page = contracts.page(Optional.empty(), max);
            while (!page.isEmpty()) {
                assertThat(page).hasSizeLessThanOrEqualTo(max);
                all.addAll(page);
                page = contracts.page(Optional.of(page.get(page.size() - 1)), max);
            }

            assertThat(all)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 7)
                            .mapToObj(ContractFixtures::contractId)
                            .toList());
        }

        @ParameterizedTest(name = "{0} at a time")
        @ValueSource(ints = {1, 2, 100})
        void after_page_is_in_the_order_of_identities_whatever_they_begin_with(int max) {
            List<ContractId> identities = Stream.of("00", "7f", "80", "a0", "ff")
                    .flatMap(octet -> Stream.of("01", "7f", "81", "fe")
                            .map(other -> UUID.fromString(octet + "000000-0000-4000-" + other + "00-000000000001")))
                    .map(ContractId::new)
                    .sorted()
                    .toList();
            for (int n = identities.size(); n > 0; n--) {
                kept(aDraft(n, identities.get(n - 1)));
            }

            List<ContractId> all = new ArrayList<>();
            List<ContractId> page = contracts.page(Optional.empty(), max);
            while (!page.isEmpty()) {
                all.addAll(page);
                page = contracts.page(Optional.of(page.get(page.size() - 1)), max);
            }

            assertThat(all).isEqualTo(identities);
        }

        @Test
        void has_contracts_of_every_status() {
            kept(aDraft(1));
            kept(anActiveContract(2));
            kept(aSuspendedContract(3));
            kept(aCancelledContract(4));

            assertThat(contracts.page(Optional.empty(), 10))
                    .containsExactly(contractId(1), contractId(2), contractId(3), contractId(4));
        }
    }

    @Nested
    class CountByStatus {
        @Test
        void has_every_status_even_if_no_contract_has_it() {
            assertThat(contracts.countByStatus())
                    .containsOnlyKeys(Status.values())
                    .allSatisfy((status, count) -> assertThat(count).isZero());
        }

        @Test
        void counts_each_contract_once_under_its_present_status() {
            kept(aDraft(1));
            kept(aDraft(2));
            kept(aSuspendedContract(3));
            kept(aCancelledContract(4));
            Contract draft = kept(aDraft(5));
            contracts.save(anActiveContract(5), draft.version());

            assertThat(contracts.countByStatus())
                    .containsEntry(Status.DRAFT, 2L)
                    .containsEntry(Status.ACTIVE, 1L)
                    .containsEntry(Status.SUSPENDED, 1L)
                    .containsEntry(Status.CANCELLED, 1L);
        }
    }

    private Contract kept(Contract contract) {
        contracts.save(contract, 0);
        return contract;
    }

    private static Contract draftNumbered(int n, String number) {
        Contract like = aDraft(n);
        ContractEvent.ContractDrafted terms = new ContractEvent.ContractDrafted(
                new ContractNumber(number), Optional.empty(), like.customer(), like.plan(), like.address(), 1);
        return Decider.draft(like.id(), terms, ContractFixtures.metadata(START, Trigger.ADMIN))
                .get()
                .contract();
    }

    private static Contract active(int n, OnuSerial onu, RadiusUser user) {
        Contract reserved = aReservedDraft(n, START.plus(A_DAY));
        return handle(reserved, new Command.Activate(ports(n), onu, user), START)
                .contract();
    }
}
