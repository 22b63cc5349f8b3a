package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuspensionPolicyTest {

    @Test
    void a_host_may_change_one_thing_and_keeps_the_rest() {
        SuspensionPolicy standard = policy(SuspensionReason.NON_PAYMENT);

        SuspensionPolicy own = standard.withEnforcement(Enforcement.HARD_BLOCK)
                .withBillability(Billability.percent(30))
                .withPlanChange(SuspensionPolicy.PlanChangeRule.REFUSED);

        assertThat(own)
                .isEqualTo(new SuspensionPolicy(
                        SuspensionReason.NON_PAYMENT,
                        Enforcement.HARD_BLOCK,
                        BillabilityRule.always(Billability.percent(30)),
                        standard.lifters(),
                        SuspensionPolicy.End.FORBIDDEN,
                        false,
                        true,
                        SuspensionPolicy.PlanChangeRule.REFUSED,
                        true));
    }

    @Test
    void cuts_for_nothing_until_staff_lifts_it_unless_told_otherwise() {
        assertThat(SuspensionPolicy.builder(SuspensionReason.TECHNICAL).build())
                .isEqualTo(new SuspensionPolicy(
                        SuspensionReason.TECHNICAL,
                        Enforcement.HARD_BLOCK,
                        BillabilityRule.asServed(),
                        Set.of(Trigger.ADMIN),
                        SuspensionPolicy.End.OPTIONAL,
                        false,
                        false,
                        SuspensionPolicy.PlanChangeRule.ALLOWED,
                        false));
    }

    @Test
    void lifters_are_kept_in_order_and_cannot_be_changed() {
        Set<Trigger> lifters = EnumSet.of(Trigger.PROMISE, Trigger.ADMIN);

        SuspensionPolicy own = SuspensionPolicy.builder(SuspensionReason.TECHNICAL)
                .lifters(lifters)
                .build();
        lifters.add(Trigger.NETWORK);

        assertThat(own.lifters())
                .containsExactly(Trigger.ADMIN, Trigger.PROMISE)
                .isUnmodifiable();
    }

    @Nested
    class OfAnOperator {

        @Test
        void replaces_the_standard_one_for_the_same_reason() {
            SuspensionPolicy own = policy(SuspensionReason.FAIR_USE).withEnforcement(Enforcement.CAPTIVE);

            SuspensionPolicies policies = SuspensionPolicies.defaults().with(own);

            assertThat(policies.find(SuspensionReason.FAIR_USE)).contains(own);
            assertThat(policies.all()).hasSize(7).contains(own);
            assertThat(SuspensionPolicies.defaults().find(SuspensionReason.FAIR_USE))
                    .map(SuspensionPolicy::enforcement)
                    .contains(Enforcement.THROTTLE);
        }

        @Test
        void adds_a_reason_of_its_own() {
            SuspensionPolicy own = policy("RENOVATION", true);

            SuspensionPolicies policies = SuspensionPolicies.defaults().with(own);

            assertThat(policies.find(own.reason())).contains(own);
            assertThat(policies.all()).hasSize(8).last().isEqualTo(own);
            assertThat(SuspensionPolicies.defaults().find(own.reason())).isEmpty();
        }
    }

    @Nested
    class Reasons {

        @ParameterizedTest
        @EnumSource(SuspensionReason.Category.class)
        void have_a_standard_one_for_each_category(SuspensionReason.Category category) {
            SuspensionReason standard = new SuspensionReason(category.name(), category);

            assertThat(SuspensionPolicies.defaults().find(standard))
                    .map(SuspensionPolicy::reason)
                    .contains(standard);
            assertThat(standard).hasToString(category.name());
        }

        @Test
        void have_a_code_for_programs() {
            SuspensionReason.Category category = SuspensionReason.Category.TECHNICAL;

            assertThat(new SuspensionReason("A", category).code()).isEqualTo("A");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SuspensionReason("fraud", category))
                    .withMessage("suspensionReason must be 1 to 64 characters of A-Z, 0-9 and underscore,"
                            + " beginning with a letter, was \"fraud\"");
            assertThatIllegalArgumentException().isThrownBy(() -> new SuspensionReason("A".repeat(65), category));
        }
    }

    @Nested
    class ReasonsToCancel {

        @Test
        void say_whether_a_customer_was_lost() {
            assertThat(CancellationReason.CUSTOMER_REQUEST.countsAsChurn()).isTrue();
            assertThat(CancellationReason.NON_PAYMENT.countsAsChurn()).isTrue();
            assertThat(CancellationReason.PROVIDER_DECISION.countsAsChurn()).isTrue();
            assertThat(CancellationReason.TECHNICAL_INFEASIBLE.countsAsChurn()).isFalse();
            assertThat(CancellationReason.DECEASED_OR_LEGAL.countsAsChurn()).isFalse();
        }

        @Test
        void have_a_code_for_programs() {
            assertThat(CancellationReason.NON_PAYMENT).hasToString("NON_PAYMENT");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CancellationReason("", CancellationReason.Category.PROVIDER, true))
                    .withMessage("cancellationReason must be 1 to 64 characters of A-Z, 0-9 and underscore,"
                            + " beginning with a letter, was \"\"");
        }
    }

    @Nested
    class Levels {

        @Test
        void go_from_nothing_to_everything() {
            assertThat(Enforcement.values())
                    .containsExactly(
                            Enforcement.NONE,
                            Enforcement.THROTTLE,
                            Enforcement.CAPTIVE,
                            Enforcement.HARD_BLOCK,
                            Enforcement.LINE_DISABLED);
        }

        @ParameterizedTest
        @EnumSource(Enforcement.class)
        void let_a_subscriber_log_in_below_the_hard_block(Enforcement level) {
            assertThat(level.allowsLogin())
                    .isEqualTo(level != Enforcement.HARD_BLOCK && level != Enforcement.LINE_DISABLED);
        }

        @Test
        void yield_to_the_stricter() {
            assertThat(Enforcement.CAPTIVE.strictest(Enforcement.THROTTLE)).isEqualTo(Enforcement.CAPTIVE);
            assertThat(Enforcement.THROTTLE.strictest(Enforcement.CAPTIVE)).isEqualTo(Enforcement.CAPTIVE);
            assertThat(Enforcement.NONE.strictest(Enforcement.NONE)).isEqualTo(Enforcement.NONE);
        }
    }

    @Nested
    class Holds {

        @Test
        void are_lifted_by_the_policys_lifters_at_any_time_and_by_the_schedule_at_the_end() {
            SuspensionHold hold = new SuspensionHold(
                    policy(SuspensionReason.CUSTOMER_REQUEST),
                    Enforcement.HARD_BLOCK,
                    MORNING,
                    Optional.of(MORNING.plusSeconds(10)));

            assertThat(hold.mayBeLiftedBy(Trigger.CUSTOMER, MORNING)).isTrue();
            assertThat(hold.mayBeLiftedBy(Trigger.PAYMENT, MORNING.plusSeconds(99)))
                    .isFalse();
            assertThat(hold.mayBeLiftedBy(Trigger.SCHEDULE, MORNING.plusSeconds(9)))
                    .isFalse();
            assertThat(hold.mayBeLiftedBy(Trigger.SCHEDULE, MORNING.plusSeconds(10)))
                    .isTrue();
        }
    }
}
