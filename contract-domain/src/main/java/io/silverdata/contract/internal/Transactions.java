package io.silverdata.contract.internal;

import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs units of work, and repeats those that lost against another where repeating is ours to do. */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final UnitOfWork unitOfWork;
    private final int maxAttempts;

    /** At most so many attempts at one unit of work, 1 or more; 1 where the unit of work is the host's. */
    public Transactions(UnitOfWork unitOfWork, int maxAttempts) {
        this.unitOfWork = unitOfWork;
        this.maxAttempts = maxAttempts;
    }

    /**
     * Runs the work in a unit of work.
     *
     * @throws ConflictException if another was faster as often as may be tried, or inside a unit of work of the caller's
     */
    public <T> T call(Supplier<T> work) {
        return call(mayRepeat -> work.get());
    }

    /**
     * The same with work that is told what becomes of a conflict.
     *
     * @param work true at the first attempt if it is repeated after a conflict, so that it need not ask beforehand what the
     *     storage finds out by itself; false from then on, and where it is not repeated
     */
    public <T> T call(Function<Boolean, T> work) {
        boolean mayRepeat = maxAttempts > 1 && !unitOfWork.isActive();
        for (int attempt = 1; ; attempt++) {
            boolean first = attempt == 1;
            try {
                return unitOfWork.call(() -> work.apply(first && mayRepeat));
            } catch (ConflictException conflict) {
                if (attempt >= maxAttempts || unitOfWork.isActive()) {
                    throw conflict;
                }
                LOG.debug("attempt {} of {} gave way: {}", attempt, maxAttempts, conflict.getMessage());
            }
        }
    }

    /** Runs work in a unit of work, and never repeats it. */
    public <T> T once(Supplier<T> work) {
        return unitOfWork.call(work);
    }

    /** Whether the calling thread is inside a unit of work, which only those who began it can repeat. */
    public boolean isActive() {
        return unitOfWork.isActive();
    }

    /** Runs work that returns nothing. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
