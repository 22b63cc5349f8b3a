package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.adapters.radius.session.SessionResult;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Brings one session to its target, request by request. At most one is in flight: some NASes drop a second one for the same
 * session. Where the session may be at several NASes, each is asked in turn, until one of them has it: that one of them does
 * not know it says nothing about the others. Not thread-safe.
 */
final class SessionUpdate {
    private final Session session;
    private final Deque<NasSettings> candidates;
    private final SessionTarget target;
    private final NasCapabilities capabilities;
    private final Clock clock;
    private final boolean onlyCandidate;

    private NasSettings nas;
    private AnswerRules rules;
    private RequestType request;
    private SessionIdentification identification;
    private boolean identifiedOtherwise;
    private boolean begun;
    private Optional<Search> search = Optional.empty();
    private Optional<SessionResult> elsewhere = Optional.empty();
    private Optional<SessionResult> result;

    /**
     * @param candidates the NASes at one of which the session is, at least one
     */
    SessionUpdate(
            Session session,
            List<NasSettings> candidates,
            SessionTarget target,
            NasCapabilities capabilities,
            Clock clock) {
        this.session = session;
        this.candidates = new ArrayDeque<>(candidates);
        this.onlyCandidate = candidates.size() == 1;
        this.target = target;
        this.capabilities = capabilities;
        this.clock = clock;
        this.nas = this.candidates.remove();
        this.rules = new AnswerRules(onlyCandidate);
        this.identification = capabilities.identification(nas);
        this.request = RequestType.DISCONNECT;
        this.result = begin();
    }

    /**
     * The NAS does not find the session.
     *
     * @param mayResend whether the request may be sent once more, with another identification
     * @param detail its answer
     */
    private record Search(boolean mayResend, String detail) {}

    Session session() {
        return session;
    }

    /** The NAS that the next request goes to. */
    NasEndpoint nas() {
        return nas.endpoint();
    }

    /** Whether a request was sent. */
    boolean isBegun() {
        return begun;
    }

    /** Whether {@link #accounted} is to be called before anything else. */
    boolean isSearching() {
        return search.isPresent();
    }

    /** Whether accounting is still to say that the session has ended. */
    boolean isUnproven() {
        return result.filter(known -> known.outcome() == Outcome.CLOSE_ACKNOWLEDGED)
                .isPresent();
    }

    /** Empty while there is another request to send. */
    Optional<SessionResult> result() {
        return result;
    }

    /** Sends the next request. Empty where that is not possible; then there is a result. */
    Optional<CompletionStage<Answer>> send(DynamicAuthorizationClient client) {
        Either<Rejection.InvalidValue, List<RadiusAttribute>> attributes = attributes();
        if (attributes.isLeft()) {
            result = finish(Outcome.REFUSED, attributes.getLeft().message());
            return Optional.empty();
        }
        begun = true;
        return Optional.of(
                switch (request) {
                    case DISCONNECT -> client.disconnect(nas.endpoint(), attributes.get());
                    case CHANGE -> client.changeAuthorization(nas.endpoint(), attributes.get());
                });
    }

    /** Takes the answer to the last request, and decides what is next. */
    void answered(Answer answer) {
        if (answer instanceof Answer.Acknowledged) {
            capabilities.findsSessionsBy(nas, identification);
        }
        String detail = nas + ": " + answer.match(new AnswerText(request));
        result = rules.after(request, answer, clock.instant()).match(new NextStep.Cases<>() {
            @Override
            public Optional<SessionResult> on(NextStep.Finish step) {
                return finish(step.outcome(), detail);
            }

            @Override
            public Optional<SessionResult> on(NextStep.Resend step) {
                return resend(step.identification());
            }

            @Override
            public Optional<SessionResult> on(NextStep.Search step) {
                search = Optional.of(new Search(step.resend(), detail));
                return Optional.empty();
            }

            @Override
            public Optional<SessionResult> on(NextStep.Disconnect step) {
                if (step.noMoreChanges()) {
                    capabilities.doesNotSupportChanges(nas);
                }
                return disconnectInstead(detail);
            }
        });
    }

    /**
     * Decides what is next where the NAS does not find the session. A NAS that has refused, or asked for, an identification
     * before has none left by which it could find it.
     *
     * @param now the session as accounting has it; empty when it is over
     */
    void accounted(Optional<Session> now) {
        Search asked = search.orElseThrow();
        search = Optional.empty();
        if (now.isEmpty()) {
            result = finish(Outcome.GONE, asked.detail());
        } else if (asked.mayResend() && !identifiedOtherwise) {
            result = resend(identification.alternative(session, nas));
        } else {
            boolean heardOfSince = !now.get().updated().equals(session.updated());
            result = finish(heardOfSince ? Outcome.STILL_ONLINE : Outcome.NOT_FOUND, asked.detail());
        }
    }

    /** Ends here: something failed that is no answer of the NAS. */
    void fail(Outcome outcome, String detail) {
        search = Optional.empty();
        result = Optional.of(new SessionResult(session, outcome, detail));
    }

    /** Accounting has closed the session. */
    void verified() {
        result = result.map(acknowledged -> new SessionResult(session, Outcome.CLOSED, acknowledged.detail()));
    }

    private Optional<SessionResult> begin() {
        request = target.rates().isPresent() ? RequestType.CHANGE : RequestType.DISCONNECT;
        if (request == RequestType.CHANGE && !capabilities.supportsChanges(nas)) {
            return disconnectInstead("this NAS takes no changes");
        }
        return target.settings().stream()
                .map(RadiusAttribute::type)
                .filter(type -> !nas.profile().liveAttributes().contains(type))
                .findFirst()
                .flatMap(type -> disconnectInstead("this NAS does not change " + type + " of an open session"));
    }

    private Either<Rejection.InvalidValue, List<RadiusAttribute>> attributes() {
        Either<Rejection.InvalidValue, List<RadiusAttribute>> identifying = identification.of(session, nas);
        if (request == RequestType.DISCONNECT || identifying.isLeft()) {
            return identifying;
        }
        return nas.profile().rates(target.rates().orElseThrow()).map(rates -> {
            List<RadiusAttribute> all = new ArrayList<>(identifying.get());
            rates.stream().map(target::asReplied).forEach(all::add);
            all.addAll(target.settings());
            return all;
        });
    }

    private Optional<SessionResult> disconnectInstead(String why) {
        if (!target.mayDisconnect()) {
            return finish(Outcome.REFUSED, why + "; the session is not closed instead");
        }
        request = RequestType.DISCONNECT;
        return Optional.empty();
    }

    private Optional<SessionResult> resend(SessionIdentification other) {
        identification = other;
        identifiedOtherwise = true;
        return Optional.empty();
    }

    private Optional<SessionResult> finish(Outcome outcome, String detail) {
        SessionResult here = new SessionResult(session, outcome, detail);
        if (onlyCandidate || isFound(outcome)) {
            return Optional.of(here);
        }
        // not found counts only where every candidate said so
        elsewhere =
                elsewhere.filter(other -> other.outcome() != Outcome.NOT_FOUND).or(() -> Optional.of(here));
        return candidates.isEmpty() ? elsewhere : askNextCandidate();
    }

    private Optional<SessionResult> askNextCandidate() {
        nas = candidates.remove();
        rules = new AnswerRules(onlyCandidate);
        identification = capabilities.identification(nas);
        identifiedOtherwise = false;
        return begin();
    }

    private static boolean isFound(Outcome outcome) {
        return switch (outcome) {
            case CLOSED, CLOSE_ACKNOWLEDGED, CHANGE_ACKNOWLEDGED, GONE, PENDING -> true;
            case NOT_FOUND, STILL_ONLINE, LATER, REFUSED, NO_ANSWER, NOT_SENT -> false;
        };
    }
}
