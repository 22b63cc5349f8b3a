package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.ErrorCause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is done about each answer: one table for Disconnect-Requests, one for CoA-Requests, by Error-Cause (RFC 5176, section
 * 3.5). A cause that comes a second time for the same session was not mended by the first reaction: then the second one
 * holds, which always ends the matter.
 */
final class Reactions {
    /** A NAS that answered something within this time is up: if it is silent about a change, it ignores changes. */
    static final Duration RECENTLY = Duration.ofMinutes(5);

    /** What is asked of a NAS. */
    enum Request {
        DISCONNECT,
        CHANGE
    }

    private record Cell(Reaction first, Reaction again) {}

    private static final Map<ErrorCause, Cell> DISCONNECT = Map.ofEntries(
            Map.entry(ErrorCause.UNSUPPORTED_ATTRIBUTE, then(Reaction.ASK_WITH_LESS, Reaction.REFUSED)),
            Map.entry(ErrorCause.MISSING_ATTRIBUTE, then(Reaction.ASK_WITH_ALL, Reaction.REFUSED)),
            Map.entry(ErrorCause.NAS_IDENTIFICATION_MISMATCH, always(Reaction.REFUSED)),
            Map.entry(ErrorCause.INVALID_REQUEST, always(Reaction.REFUSED)),
            Map.entry(ErrorCause.UNSUPPORTED_SERVICE, always(Reaction.REFUSED)),
            Map.entry(ErrorCause.UNSUPPORTED_EXTENSION, always(Reaction.REFUSED)),
            Map.entry(ErrorCause.INVALID_ATTRIBUTE_VALUE, then(Reaction.ASK_WITH_LESS, Reaction.REFUSED)),
            Map.entry(ErrorCause.ADMINISTRATIVELY_PROHIBITED, always(Reaction.REFUSED)),
            Map.entry(ErrorCause.REQUEST_NOT_ROUTABLE, always(Reaction.TRY_LATER)),
            Map.entry(ErrorCause.SESSION_CONTEXT_NOT_FOUND, then(Reaction.LOOK_AGAIN, Reaction.NOT_FOUND)),
            Map.entry(ErrorCause.SESSION_CONTEXT_NOT_REMOVABLE, always(Reaction.TRY_LATER)),
            Map.entry(ErrorCause.OTHER_PROXY_PROCESSING_ERROR, always(Reaction.TRY_LATER)),
            Map.entry(ErrorCause.RESOURCES_UNAVAILABLE, always(Reaction.TRY_LATER)),
            Map.entry(ErrorCause.REQUEST_INITIATED, always(Reaction.PENDING)),
            Map.entry(
                    ErrorCause.MULTIPLE_SESSION_SELECTION_UNSUPPORTED, then(Reaction.ASK_WITH_ALL, Reaction.REFUSED)));

    private static final Cell DISCONNECT_OTHERWISE = always(Reaction.TRY_LATER);

    private static final Map<ErrorCause, Cell> CHANGE = Map.ofEntries(
            Map.entry(ErrorCause.UNSUPPORTED_ATTRIBUTE, then(Reaction.ASK_WITH_LESS, Reaction.RECONNECT)),
            Map.entry(ErrorCause.MISSING_ATTRIBUTE, then(Reaction.ASK_WITH_ALL, Reaction.RECONNECT)),
            Map.entry(ErrorCause.NAS_IDENTIFICATION_MISMATCH, always(Reaction.REFUSED)),
            Map.entry(ErrorCause.INVALID_REQUEST, always(Reaction.REFUSED)),
            Map.entry(ErrorCause.UNSUPPORTED_SERVICE, always(Reaction.RECONNECT_FROM_NOW_ON)),
            Map.entry(ErrorCause.UNSUPPORTED_EXTENSION, always(Reaction.RECONNECT_FROM_NOW_ON)),
            // the NAS does not know the plan's value: a session that comes back would meet the same
            Map.entry(ErrorCause.INVALID_ATTRIBUTE_VALUE, always(Reaction.REFUSED)),
            Map.entry(ErrorCause.ADMINISTRATIVELY_PROHIBITED, always(Reaction.RECONNECT)),
            Map.entry(ErrorCause.REQUEST_NOT_ROUTABLE, always(Reaction.TRY_LATER)),
            Map.entry(ErrorCause.SESSION_CONTEXT_NOT_FOUND, then(Reaction.LOOK_AGAIN, Reaction.NOT_FOUND)),
            Map.entry(ErrorCause.SESSION_CONTEXT_NOT_REMOVABLE, always(Reaction.TRY_LATER)),
            Map.entry(ErrorCause.OTHER_PROXY_PROCESSING_ERROR, always(Reaction.TRY_LATER)),
            Map.entry(ErrorCause.RESOURCES_UNAVAILABLE, always(Reaction.TRY_LATER)),
            Map.entry(ErrorCause.REQUEST_INITIATED, always(Reaction.PENDING)),
            Map.entry(
                    ErrorCause.MULTIPLE_SESSION_SELECTION_UNSUPPORTED, then(Reaction.ASK_WITH_ALL, Reaction.REFUSED)));

    private static final Cell CHANGE_OTHERWISE = always(Reaction.RECONNECT);

    private final Set<ErrorCause> met = new HashSet<>();

    /** Begins for one session; the table is the same for all. Not thread-safe. */
    Reactions() {}

    /** What follows from an answer, in the light of what this session was answered before. */
    Reaction to(Request request, Answer answer, Instant now) {
        return answer.match(new Answer.Cases<>() {
            @Override
            public Reaction on(Answer.Acknowledged acknowledged) {
                return Reaction.ACKNOWLEDGED;
            }

            @Override
            public Reaction on(Answer.Rejected rejected) {
                return toRejection(request, rejected);
            }

            @Override
            public Reaction on(Answer.TimedOut timedOut) {
                boolean isUp = timedOut.lastAnswer()
                        .filter(last -> last.plus(RECENTLY).isAfter(now))
                        .isPresent();
                return request == Request.CHANGE && isUp ? Reaction.RECONNECT : Reaction.NO_ANSWER;
            }

            @Override
            public Reaction on(Answer.NotSent notSent) {
                return Reaction.NOT_SENT;
            }
        });
    }

    private Reaction toRejection(Request request, Answer.Rejected rejected) {
        boolean notFound = rejected.cause()
                .filter(ErrorCause.SESSION_CONTEXT_NOT_FOUND::equals)
                .isPresent();
        if (request == Request.DISCONNECT && notFound && rejected.retransmitted()) {
            return Reaction.GONE;
        }
        Cell cell = cell(request, rejected.cause());
        boolean first = rejected.cause().map(met::add).orElse(true);
        return first ? cell.first() : cell.again();
    }

    private static Cell cell(Request request, Optional<ErrorCause> cause) {
        return switch (request) {
            case DISCONNECT -> cause.map(DISCONNECT::get).orElse(DISCONNECT_OTHERWISE);
            case CHANGE -> cause.map(CHANGE::get).orElse(CHANGE_OTHERWISE);
        };
    }

    private static Cell then(Reaction first, Reaction again) {
        return new Cell(first, again);
    }

    private static Cell always(Reaction reaction) {
        return new Cell(reaction, reaction);
    }
}
