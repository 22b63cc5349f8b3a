package io.silverdata.contract.adapters.jdbc.internal.session;

import java.util.function.Function;

/** Runs work with a session of the unit of work that is under way, or else of one of its own. */
@FunctionalInterface
public interface Sessions {

    /** Runs the work on the calling thread, and returns its result once the session's writes are as safe as the unit of work. */
    <T> T with(Function<Session, T> work);
}
