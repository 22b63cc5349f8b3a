package io.silverdata.contract.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** How to take back what the running unit of work wrote, and what to do once it is kept. */
final class UndoLog {
    private final Deque<Runnable> undos = new ArrayDeque<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    void push(Runnable undo) {
        undos.push(undo);
    }

    void afterCommit(Runnable step) {
        afterCommit.add(step);
    }

    void commit() {
        undos.clear();
        afterCommit.forEach(Runnable::run);
        afterCommit.clear();
    }

    void rollBack() {
        while (!undos.isEmpty()) {
            undos.pop().run();
        }
        afterCommit.clear();
    }
}
