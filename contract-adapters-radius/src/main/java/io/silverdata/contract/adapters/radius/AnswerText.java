package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.dynauth.Answer;
import java.util.Locale;

/** An answer for people. */
record AnswerText(Reactions.Request request) implements Answer.Cases<String> {
    @Override
    public String on(Answer.Acknowledged answer) {
        return name() + " acknowledged";
    }

    @Override
    public String on(Answer.Rejected answer) {
        return name() + " refused with "
                + answer.cause().map(Object::toString).orElse("no Error-Cause")
                + answer.message().map(message -> " \"" + message + "\"").orElse("");
    }

    /** RFC 5176 lets a NAS be silent for all of these reasons, and from here they look alike. */
    @Override
    public String on(Answer.TimedOut answer) {
        return name() + " sent " + answer.transmissions() + " times without an answer: the NAS is down, has another"
                + " secret or clock, does not take requests from this host, or passes over what it does not know; it "
                + answer.lastAnswer().map(last -> "last answered at " + last).orElse("never answered before");
    }

    @Override
    public String on(Answer.NotSent answer) {
        return name() + " not sent, " + answer.reason() + ": " + answer.detail();
    }

    private String name() {
        return request.name().toLowerCase(Locale.ROOT);
    }
}
