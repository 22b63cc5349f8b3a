package io.silverdata.contract.examples.console.background;

/** How a run in the background stands. */
public enum Phase {
    /** It counts what it will do. */
    COUNTING,
    /** It goes on. */
    RUNNING,
    /** It goes on by itself at a later time. */
    WAITING,
    /** Somebody paused it. */
    PAUSED,
    /** It threw. Resumed, it tries the same slice again. */
    FAILED,
    /** It is through. */
    FINISHED,
    /** It has ended because a limit was reached. */
    LIMITED,
    /** Somebody stopped it for good. */
    STOPPED;

    /** Whether nothing comes after it. */
    public boolean isEnd() {
        return this == FINISHED || this == LIMITED || this == STOPPED;
    }

    /** Whether it goes on without anybody doing something. */
    public boolean goesOn() {
        return this == COUNTING || this == RUNNING || this == WAITING;
    }
}
