package io.silverdata.contract.adapters.jdbc.internal.plant;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.ClaimOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A buyer does not wait for another one of the same splitter, who is in the middle of a long unit of work. */
class BusyOutputIT {
    private static final SplitterOutputId WANTED = output(1, 1);
    private static final SplitterOutputId NEXT = output(1, 2);

    @ParameterizedTest
    @EnumSource
    void is_passed_over_until_it_is_known_who_has_it(Database database) throws Exception {
        JdbcStorage storage = database.emptyStorage();
        storage.plant().install(HostShop.plant());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            storage.unitOfWork().execute(() -> {
                storage.plant().claim(WANTED, contractId(1), PortClaim.inUse(), START);

                assertThat(inTime(other.submit(() -> claims(storage))))
                        .containsExactly(Optional.empty(), Optional.of(ClaimOutcome.CLAIMED));
            });

            assertThat(inTime(other.submit(() -> claims(storage))))
                    .containsExactly(Optional.of(ClaimOutcome.TAKEN), Optional.of(ClaimOutcome.CLAIMED));
            assertThat(storage.plant().claimUnlessBusy(output(99, 1), contractId(3), PortClaim.inUse(), START))
                    .contains(ClaimOutcome.UNKNOWN_PORT);
        } finally {
            other.shutdownNow();
        }
    }

    private static List<Optional<ClaimOutcome>> claims(JdbcStorage storage) {
        return storage.unitOfWork()
                .call(() -> List.of(
                        storage.plant().claimUnlessBusy(WANTED, contractId(2), PortClaim.inUse(), START),
                        storage.plant().claimUnlessBusy(NEXT, contractId(2), PortClaim.inUse(), START)));
    }

    private static <T> T inTime(Future<T> answer) {
        try {
            return answer.get(60, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new AssertionError("the other buyer waits", late);
        }
    }
}
