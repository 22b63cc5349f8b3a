package io.silverdata.contract.memory;

import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One lock, held for as long as a unit of work lasts: they run one after another. */
final class InMemoryUnitOfWork implements UnitOfWork {
    private final ReentrantLock lock = new ReentrantLock();
    private final UndoLog undo;
    private @Nullable ConflictException conflict;

    InMemoryUnitOfWork(UndoLog undo) {
        this.undo = undo;
    }

    @Override
    public void execute(Runnable work) {
        if (isActive()) {
            join(work);
        } else {
            lock.lock();
            try {
                begin(work);
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public boolean isActive() {
        return lock.isHeldByCurrentThread();
    }

    private void begin(Runnable work) {
        boolean kept = false;
        conflict = null;
        try {
            work.run();
            if (conflict != null) {
                throw conflict;
            }
            undo.commit();
            kept = true;
        } finally {
            if (!kept) {
                undo.rollBack();
            }
        }
    }

    /** A conflict is the end of the whole unit of work, even for someone who caught it: a database would say so too. */
    private void join(Runnable work) {
        try {
            work.run();
        } catch (ConflictException lost) {
            conflict = lost;
            throw lost;
        }
    }
}
