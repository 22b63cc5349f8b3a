package io.silverdata.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.AddOnSuspension;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonConstantsTest {
    private static final List<Class<? extends Enum<?>>> STORED = List.of(
            BillingCycle.class,
            CancellationReason.Category.class,
            Drift.Kind.class,
            Enforcement.class,
            FeasibilityCheck.Kind.class,
            FeasibilityCheck.Result.class,
            NetworkTarget.class,
            SuspensionPolicy.End.class,
            SuspensionPolicy.PlanChangeRule.class,
            SuspensionReason.Category.class,
            Technology.class,
            Trigger.class,
            Verdict.class,
            DunningAction.class,
            ContractEvent.ChangeUnscheduled.Cause.class,
            AddOnSuspension.Service.class,
            AddOnSuspension.Charge.class);

    @Test
    void every_constant_that_databases_hold_is_still_called_so() {
        List<String> now = STORED.stream().flatMap(JsonConstantsTest::names).toList();

        assertThat(now).isEqualTo(Golden.lines("constants.txt"));
    }

    private static Stream<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> type.getSimpleName() + " " + constant.name());
    }
}
