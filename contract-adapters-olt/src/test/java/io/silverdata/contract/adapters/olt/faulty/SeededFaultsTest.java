package io.silverdata.contract.adapters.olt.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit catches a dangerous driver: each mistake that can be seeded fails the test of the kit that is about it. */
class SeededFaultsTest {
    private static final ThreadLocal<Optional<SeededFault>> SEEDED = ThreadLocal.withInitial(Optional::empty);

    @ParameterizedTest
    @EnumSource
    void a_seeded_fault_is_caught_by_the_test_that_is_about_it(SeededFault fault) {
        SEEDED.set(Optional.of(fault));
        try {
            assertThat(failures(fault))
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message).contains("driver sample-gpon breaks a law of the kit"));
        } finally {
            SEEDED.remove();
        }
    }

    @Test
    void there_are_thirty_at_least() {
        assertThat(SeededFault.values()).hasSizeGreaterThanOrEqualTo(30);
    }

    /** The kit for the driver with the fault. */
    static final class FaultyKit extends SampleKitTest {
        private final SeededFault fault = SEEDED.get().orElseThrow();

        @Override
        protected OltDriverProvider provider() {
            return new SampleDriverProvider(fault::driver);
        }
    }

    /** Runs one test of the kit, in this thread, and gives the messages with which it failed. */
    private static List<String> failures(SeededFault fault) {
        List<String> failures = new ArrayList<>();
        AtomicInteger tests = new AtomicInteger();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectNestedMethod(
                                        List.of(FaultyKit.class.getName()),
                                        OltDriverTck.class.getName() + "$" + fault.group(),
                                        fault.test(),
                                        fault.parameterTypes()))
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                                tests.addAndGet(identifier.isTest() ? 1 : 0);
                                result.getThrowable()
                                        .ifPresent(failure -> failures.add(String.valueOf(failure.getMessage())));
                            }
                        });
        assertThat(tests.get()).as("tests that ran").isPositive();
        return failures;
    }
}
