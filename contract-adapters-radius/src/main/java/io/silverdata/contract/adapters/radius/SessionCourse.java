package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.Reactions.Request;
import io.silverdata.contract.adapters.radius.SessionResult.Verdict;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.profile.Rates;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The way of one session through requests and answers to a result. At each step one request is under way, never two: some
 * NASes drop a second one for the same session. Not thread-safe.
 */
final class SessionCourse {
    private final Session session;
    private final NasSettings nas;
    private final Wish wish;
    private final NasMemory memory;
    private final Clock clock;
    private final Function<Session, Optional<Session>> refresh;
    private final Reactions reactions = new Reactions();

    private Request request;
    private Identification identification;
    private boolean askedOtherwise;
    private Optional<SessionResult> result = Optional.empty();

    /**
     * What is to become of sessions.
     *
     * @param rates what they are to get; empty when they are to be closed
     * @param mayReconnect whether a session that cannot be changed is to be closed
     */
    record Wish(Optional<Rates> rates, boolean mayReconnect) {
        static Wish closed() {
            return new Wish(Optional.empty(), true);
        }
    }

    SessionCourse(
            Session session,
            NasSettings nas,
            Wish wish,
            NasMemory memory,
            Clock clock,
            Function<Session, Optional<Session>> refresh) {
        this.session = session;
        this.nas = nas;
        this.wish = wish;
        this.memory = memory;
        this.clock = clock;
        this.refresh = refresh;
        this.identification = memory.identification(nas);
        this.request = wish.rates().isPresent() ? Request.CHANGE : Request.DISCONNECT;
        if (request == Request.CHANGE && !memory.takesChanges(nas)) {
            reconnect("this NAS takes no changes");
        }
    }

    Session session() {
        return session;
    }

    /** Empty while there is something left to be asked. */
    Optional<SessionResult> result() {
        return result;
    }

    /** Asks. Empty where that is not possible; then there is a result. */
    Optional<CompletionStage<Answer>> ask(DynamicAuthorizationClient client) {
        Either<Rejection.InvalidValue, List<RadiusAttribute>> attributes = attributes();
        if (attributes.isLeft()) {
            end(Verdict.REFUSED, attributes.getLeft().message());
            return Optional.empty();
        }
        return Optional.of(
                switch (request) {
                    case DISCONNECT -> client.disconnect(nas.endpoint(), attributes.get());
                    case CHANGE -> client.change(nas.endpoint(), attributes.get());
                });
    }

    /** Takes what came of the last request, and knows then what is next. May read accounting. */
    void take(Answer answer) {
        String detail = nas + ": " + answer.match(new AnswerText(request));
        switch (reactions.to(request, answer, clock.instant())) {
            case ACKNOWLEDGED -> {
                memory.found(nas, identification);
                end(request == Request.CHANGE ? Verdict.CHANGE_ACKNOWLEDGED : Verdict.CLOSE_ACKNOWLEDGED, detail);
            }
            case GONE -> end(Verdict.CLOSE_ACKNOWLEDGED, detail);
            case LOOK_AGAIN -> lookAgain(detail);
            case NOT_FOUND -> endUnknownToNas(detail);
            case ASK_WITH_LESS -> askBy(Identification.LEAST);
            case ASK_WITH_ALL -> askBy(Identification.ALL);
            case RECONNECT -> reconnect(detail);
            case RECONNECT_FROM_NOW_ON -> {
                memory.takesNoChanges(nas);
                reconnect(detail);
            }
            case TRY_LATER -> end(Verdict.LATER, detail);
            case PENDING -> end(Verdict.PENDING, detail);
            case REFUSED -> end(Verdict.REFUSED, detail);
            case NO_ANSWER -> end(Verdict.NO_ANSWER, detail);
            case NOT_SENT -> end(Verdict.NOT_SENT, detail);
        }
    }

    /** Accounting has closed the session. */
    void verified() {
        result = result.map(acknowledged -> new SessionResult(session, Verdict.CLOSED, acknowledged.detail()));
    }

    private Either<Rejection.InvalidValue, List<RadiusAttribute>> attributes() {
        Either<Rejection.InvalidValue, List<RadiusAttribute>> who = identification.of(session, nas);
        if (request == Request.DISCONNECT || who.isLeft()) {
            return who;
        }
        return nas.profile().rates(wish.rates().orElseThrow()).map(rates -> {
            List<RadiusAttribute> all = new ArrayList<>(who.get());
            all.addAll(rates);
            return all;
        });
    }

    private void reconnect(String why) {
        if (wish.mayReconnect()) {
            request = Request.DISCONNECT;
        } else {
            end(Verdict.REFUSED, why + "; the session is not closed instead");
        }
    }

    /** What a NAS has refused to be told, or has asked for, leaves no other way to tell it. */
    private void lookAgain(String detail) {
        if (askedOtherwise) {
            endUnknownToNas(detail);
        } else if (refresh.apply(session).isEmpty()) {
            end(Verdict.GONE, detail);
        } else {
            askBy(identification.other(session, nas));
        }
    }

    private void askBy(Identification other) {
        identification = other;
        askedOtherwise = true;
    }

    private void endUnknownToNas(String detail) {
        Optional<Session> now = refresh.apply(session);
        if (now.isEmpty()) {
            end(Verdict.GONE, detail);
        } else if (now.get().updated().equals(session.updated())) {
            end(Verdict.NOT_FOUND, detail);
        } else {
            end(Verdict.STILL_ONLINE, detail);
        }
    }

    private void end(Verdict verdict, String detail) {
        result = Optional.of(new SessionResult(session, verdict, detail));
    }
}
