package io.silverdata.contract.internal.transaction;

import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs units of work of the storage, and repeats those that lost against another. Commands, deliveries, audits and bulk
 * commands all ask here whether the calling thread is inside a transaction. Thread-safe.
 */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final UnitOfWork unitOfWork;
    private final int maxAttempts;

    /** How an attempt treats what the storage detects by itself, such as an ONU that another contract holds. */
    public enum Attempt {
        /** A conflict leads to another attempt, so the storage may be left to detect it. */
        OPTIMISTIC,
        /** Nobody repeats the work, or a conflict was met already: ask beforehand. */
        CAREFUL
    }

    /** At most so many attempts at one unit of work, 1 or more. */
    public Transactions(UnitOfWork unitOfWork, int maxAttempts) {
        this.unitOfWork = unitOfWork;
        this.maxAttempts = maxAttempts;
    }

    /**
     * Runs the work in a unit of work.
     *
     * @throws ConflictException after as many attempts as are allowed, or after one inside a unit of work of the caller's
     */
    public <T> T call(Supplier<T> work) {
        return call(attempt -> work.get());
    }

    /** The same with work that is told how to treat conflicts. */
    public <T> T call(Function<Attempt, T> work) {
        if (unitOfWork.isActive()) {
            return unitOfWork.call(() -> work.apply(Attempt.CAREFUL));
        }
        Attempt first = maxAttempts > 1 ? Attempt.OPTIMISTIC : Attempt.CAREFUL;
        for (int number = 1; ; number++) {
            Attempt attempt = number == 1 ? first : Attempt.CAREFUL;
            try {
                return unitOfWork.call(() -> work.apply(attempt));
            } catch (ConflictException conflict) {
                if (number >= maxAttempts) {
                    throw conflict;
                }
                LOG.debug("attempt {} of {} lost: {}", number, maxAttempts, conflict.getMessage());
            }
        }
    }

    /** Runs work that returns nothing. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Runs work in a unit of work, and never repeats it. */
    public <T> T once(Supplier<T> work) {
        return unitOfWork.call(work);
    }

    /**
     * Refuses what must not be part of a transaction: it touches devices, or commits piece by piece.
     *
     * @throws IllegalStateException inside a unit of work, the host's or one that the caller began
     */
    public void requireOutside(String what) {
        if (unitOfWork.isActive()) {
            throw new IllegalStateException(what + " must not be called inside a unit of work");
        }
    }
}
