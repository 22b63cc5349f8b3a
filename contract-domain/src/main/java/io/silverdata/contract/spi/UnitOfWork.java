package io.silverdata.contract.spi;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes everything that is written inside it happen together, or not at all. It belongs to a {@link Storage}, which alone
 * knows whether the calling thread is inside a transaction of the host that its writes join.
 */
public interface UnitOfWork {

    /**
     * Runs the work exactly once, on the calling thread.
     *
     * <p>Inside another unit of work it must join that one. Otherwise it must begin one, commit it when the work returns,
     * and roll it back when the work throws, whereupon the same exception must be thrown on. A commit that fails must
     * throw: {@link ConflictException} if another unit of work was faster and nothing was kept, else a {@link
     * StorageException} that says by its outcome whether the work was kept.
     *
     * @param work what belongs together
     */
    void execute(Runnable work);

    /**
     * Whether the calling thread is inside a unit of work now, or inside a transaction of the host, so that {@link #execute}
     * would join it. The answer must be true to what {@code execute} does: on it rests whether work is repeated after a
     * conflict, which only the one who began may do, and whether devices may be talked to, which must not happen inside.
     */
    boolean isActive();

    /**
     * Runs work that returns something.
     *
     * @throws IllegalStateException if an implementation did not run the work exactly once
     */
    default <T> T call(Supplier<T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        execute(() -> {
            if (result.getAndSet(work.get()) != null) {
                throw new IllegalStateException("the unit of work ran its work twice");
            }
        });
        T value = result.get();
        if (value == null) {
            throw new IllegalStateException("the unit of work did not run its work");
        }
        return value;
    }
}
