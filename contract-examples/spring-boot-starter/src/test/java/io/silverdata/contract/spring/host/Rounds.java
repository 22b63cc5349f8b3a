package io.silverdata.contract.spring.host;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.spring.worker.WorkerRound;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Lets a test wait for what the application's own worker brings about. */
@Component
public class Rounds implements WorkerRound {
    private static final long HANG_SECONDS = 60;

    private final Map<CountDownLatch, Predicate<Contracts>> awaited = new ConcurrentHashMap<>();

    @Override
    public void ended(Contracts contracts) {
        awaited.forEach((latch, state) -> {
            if (state.test(contracts)) {
                latch.countDown();
            }
        });
    }

    /** Whether there is a round after which this holds. */
    public boolean reaches(Predicate<Contracts> state) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        awaited.put(latch, state);
        try {
            return latch.await(HANG_SECONDS, TimeUnit.SECONDS);
        } finally {
            awaited.remove(latch);
        }
    }
}
