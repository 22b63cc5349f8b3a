package io.silverdata.contract.adapters.jdbc.internal.session;

import java.util.function.Function;

/**
 * Runs work with a session of the unit of work that is under way, or else of one of its own. Outside of a unit of work a question is one
 * message to PostgreSQL.
 */
public interface Sessions extends Questions {

    /** Runs the work on the calling thread, and returns its result. Outside of a unit of work its writes are committed by then. */
    <T> T with(Function<Session, T> work);
}
