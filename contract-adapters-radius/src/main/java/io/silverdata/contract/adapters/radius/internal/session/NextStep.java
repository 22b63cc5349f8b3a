package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.session.SessionResult;

/** What a {@link SessionUpdate} does next, after an answer. */
sealed interface NextStep {

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /** One case for each. */
    interface Cases<R> {
        R on(Finish step);

        R on(Resend step);

        R on(Search step);

        R on(Disconnect step);
    }

    /** Ends with this outcome. */
    record Finish(SessionResult.Outcome outcome) implements NextStep {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /** Sends the same request with another identification of the session. */
    record Resend(SessionIdentification identification) implements NextStep {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The NAS does not find the session: asks accounting whether it is still open.
     *
     * @param resend whether the request may then be sent once more, with another identification
     */
    record Search(boolean resend) implements NextStep {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Closes the session in place of changing it, if the target allows.
     *
     * @param noMoreChanges whether this NAS is not asked for changes for a while
     */
    record Disconnect(boolean noMoreChanges) implements NextStep {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
