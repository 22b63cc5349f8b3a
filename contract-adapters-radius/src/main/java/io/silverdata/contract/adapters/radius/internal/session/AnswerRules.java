package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.ErrorCause;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The next step after each answer about one session: one table for Disconnect-Requests, one for CoA-Requests, by Error-Cause
 * (RFC 5176, section 3.5). A cause that comes a second time was not mended by the first step: then the second one is taken,
 * which always leads to an end. Not thread-safe.
 */
final class AnswerRules {
    /** A NAS that answered something within this time is up: if it is silent about a change, it ignores changes. */
    static final Duration RECENTLY = Duration.ofMinutes(5);

    private static final NextStep REFUSED = new NextStep.Finish(Outcome.REFUSED);
    private static final NextStep LATER = new NextStep.Finish(Outcome.LATER);
    private static final NextStep PENDING = new NextStep.Finish(Outcome.PENDING);
    private static final NextStep RESEND_MINIMAL = new NextStep.Resend(SessionIdentification.MINIMAL);
    private static final NextStep RESEND_FULL = new NextStep.Resend(SessionIdentification.FULL);
    private static final NextStep SEARCH = new NextStep.Search(true);
    private static final NextStep SEARCH_AND_FINISH = new NextStep.Search(false);
    private static final NextStep DISCONNECT_INSTEAD = new NextStep.Disconnect(false);
    private static final NextStep DISCONNECT_FROM_NOW_ON = new NextStep.Disconnect(true);

    private record Steps(NextStep first, NextStep again) {}

    private static final Map<ErrorCause, Steps> DISCONNECT = Map.ofEntries(
            Map.entry(ErrorCause.UNSUPPORTED_ATTRIBUTE, then(RESEND_MINIMAL, REFUSED)),
            Map.entry(ErrorCause.MISSING_ATTRIBUTE, then(RESEND_FULL, REFUSED)),
            Map.entry(ErrorCause.NAS_IDENTIFICATION_MISMATCH, always(REFUSED)),
            Map.entry(ErrorCause.INVALID_REQUEST, always(REFUSED)),
            Map.entry(ErrorCause.UNSUPPORTED_SERVICE, always(REFUSED)),
            Map.entry(ErrorCause.UNSUPPORTED_EXTENSION, always(REFUSED)),
            Map.entry(ErrorCause.INVALID_ATTRIBUTE_VALUE, then(RESEND_MINIMAL, REFUSED)),
            Map.entry(ErrorCause.ADMINISTRATIVELY_PROHIBITED, always(REFUSED)),
            Map.entry(ErrorCause.REQUEST_NOT_ROUTABLE, always(LATER)),
            Map.entry(ErrorCause.SESSION_CONTEXT_NOT_FOUND, then(SEARCH, SEARCH_AND_FINISH)),
            Map.entry(ErrorCause.SESSION_CONTEXT_NOT_REMOVABLE, always(LATER)),
            Map.entry(ErrorCause.OTHER_PROXY_PROCESSING_ERROR, always(LATER)),
            Map.entry(ErrorCause.RESOURCES_UNAVAILABLE, always(LATER)),
            Map.entry(ErrorCause.REQUEST_INITIATED, always(PENDING)),
            Map.entry(ErrorCause.MULTIPLE_SESSION_SELECTION_UNSUPPORTED, then(RESEND_FULL, REFUSED)));

    private static final Steps DISCONNECT_OTHERWISE = always(LATER);

    private static final Map<ErrorCause, Steps> CHANGE = Map.ofEntries(
            Map.entry(ErrorCause.UNSUPPORTED_ATTRIBUTE, then(RESEND_MINIMAL, DISCONNECT_INSTEAD)),
            Map.entry(ErrorCause.MISSING_ATTRIBUTE, then(RESEND_FULL, DISCONNECT_INSTEAD)),
            Map.entry(ErrorCause.NAS_IDENTIFICATION_MISMATCH, always(REFUSED)),
            Map.entry(ErrorCause.INVALID_REQUEST, always(REFUSED)),
            Map.entry(ErrorCause.UNSUPPORTED_SERVICE, always(DISCONNECT_FROM_NOW_ON)),
            Map.entry(ErrorCause.UNSUPPORTED_EXTENSION, always(DISCONNECT_FROM_NOW_ON)),
            // the NAS does not know the plan's value: a session that comes back would meet the same
            Map.entry(ErrorCause.INVALID_ATTRIBUTE_VALUE, always(REFUSED)),
            Map.entry(ErrorCause.ADMINISTRATIVELY_PROHIBITED, always(DISCONNECT_INSTEAD)),
            Map.entry(ErrorCause.REQUEST_NOT_ROUTABLE, always(LATER)),
            Map.entry(ErrorCause.SESSION_CONTEXT_NOT_FOUND, then(SEARCH, SEARCH_AND_FINISH)),
            Map.entry(ErrorCause.SESSION_CONTEXT_NOT_REMOVABLE, always(LATER)),
            Map.entry(ErrorCause.OTHER_PROXY_PROCESSING_ERROR, always(LATER)),
            Map.entry(ErrorCause.RESOURCES_UNAVAILABLE, always(LATER)),
            Map.entry(ErrorCause.REQUEST_INITIATED, always(PENDING)),
            Map.entry(ErrorCause.MULTIPLE_SESSION_SELECTION_UNSUPPORTED, then(RESEND_FULL, REFUSED)));

    private static final Steps CHANGE_OTHERWISE = always(DISCONNECT_INSTEAD);

    private final Set<ErrorCause> seen = new HashSet<>();
    private final boolean onlyCandidate;

    /** @param onlyCandidate whether the session can be at no other NAS */
    AnswerRules(boolean onlyCandidate) {
        this.onlyCandidate = onlyCandidate;
    }

    /** The next step after an answer, given the earlier answers about this session. */
    NextStep after(RequestType request, Answer answer, Instant now) {
        return answer.match(new Answer.Cases<>() {
            @Override
            public NextStep on(Answer.Acknowledged acknowledged) {
                return new NextStep.Finish(acknowledged(request));
            }

            @Override
            public NextStep on(Answer.Rejected rejected) {
                return afterRejection(request, rejected);
            }

            @Override
            public NextStep on(Answer.TimedOut timedOut) {
                boolean isUp = timedOut.lastAnswer()
                        .filter(last -> last.plus(RECENTLY).isAfter(now))
                        .isPresent();
                return request == RequestType.CHANGE && isUp
                        ? DISCONNECT_INSTEAD
                        : new NextStep.Finish(Outcome.NO_ANSWER);
            }

            @Override
            public NextStep on(Answer.NotSent notSent) {
                return new NextStep.Finish(Outcome.NOT_SENT);
            }
        });
    }

    private NextStep afterRejection(RequestType request, Answer.Rejected rejected) {
        boolean notFound = rejected.cause()
                .filter(ErrorCause.SESSION_CONTEXT_NOT_FOUND::equals)
                .isPresent();
        if (request == RequestType.DISCONNECT && notFound && rejected.retransmitted() && onlyCandidate) {
            // the first transmission closed the session, and the answer to that was lost
            return new NextStep.Finish(Outcome.CLOSE_ACKNOWLEDGED);
        }
        Steps steps = steps(request, rejected.cause());
        boolean first = rejected.cause().map(seen::add).orElse(true);
        return first ? steps.first() : steps.again();
    }

    private static Outcome acknowledged(RequestType request) {
        return switch (request) {
            case DISCONNECT -> Outcome.CLOSE_ACKNOWLEDGED;
            case CHANGE -> Outcome.CHANGE_ACKNOWLEDGED;
        };
    }

    private static Steps steps(RequestType request, Optional<ErrorCause> cause) {
        return switch (request) {
            case DISCONNECT -> cause.map(DISCONNECT::get).orElse(DISCONNECT_OTHERWISE);
            case CHANGE -> cause.map(CHANGE::get).orElse(CHANGE_OTHERWISE);
        };
    }

    private static Steps then(NextStep first, NextStep again) {
        return new Steps(first, again);
    }

    private static Steps always(NextStep step) {
        return new Steps(step, step);
    }
}
