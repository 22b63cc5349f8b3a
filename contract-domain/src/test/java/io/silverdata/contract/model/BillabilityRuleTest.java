package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BillabilityRuleTest {

    @ParameterizedTest
    @EnumSource(Enforcement.class)
    void whoever_can_log_in_owes_the_full_price_unless_told_otherwise(Enforcement level) {
        assertThat(BillabilityRule.asServed().at(level))
                .isEqualTo(level.allowsLogin() ? Billability.FULL : Billability.NONE);
        assertThat(BillabilityRule.always(Billability.percent(7)).at(level)).isEqualTo(Billability.percent(7));
    }

    @Test
    void a_hold_owes_by_its_present_level() {
        SuspensionHold slow = new SuspensionHold(
                Situations.policy(SuspensionReason.NON_PAYMENT),
                Enforcement.THROTTLE,
                Situations.MORNING,
                Optional.empty());

        assertThat(slow.billability()).isEqualTo(Billability.FULL);
        assertThat(slow.withEnforcement(Enforcement.HARD_BLOCK).billability()).isEqualTo(Billability.NONE);
    }

    @Test
    void each_level_has_one_share() {
        BillabilityRule.Builder rule = BillabilityRule.builder()
                .between(Enforcement.NONE, Enforcement.THROTTLE, Billability.FULL)
                .at(Enforcement.HARD_BLOCK, Billability.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.between(Enforcement.THROTTLE, Enforcement.CAPTIVE, Billability.percent(50)))
                .withMessage("enforcement must be in one rule only; it has 100.00 % already, was \"THROTTLE\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.between(Enforcement.CAPTIVE, Enforcement.NONE, Billability.NONE))
                .withMessage("mildest must be no stricter than NONE, was \"CAPTIVE\"");
        assertThatIllegalArgumentException()
                .isThrownBy(rule::build)
                .withMessage("billability must be a share for each level of enforcement,"
                        + " was \"none for [CAPTIVE, LINE_DISABLED]\"");
    }

    @Test
    void reads_from_the_mildest_to_the_strictest() {
        assertThat(BillabilityRule.asServed()).hasToString("100.00 %, 0.00 % from HARD_BLOCK");
        assertThat(BillabilityRule.always(Billability.NONE)).hasToString("0.00 %");
        assertThat(BillabilityRule.asServed().isUniform()).isFalse();
        assertThat(BillabilityRule.always(Billability.NONE).isUniform()).isTrue();
    }
}
