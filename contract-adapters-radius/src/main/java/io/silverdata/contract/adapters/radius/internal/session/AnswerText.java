package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.dynauth.Answer;

/** An answer for people. */
record AnswerText(RequestType request) implements Answer.Cases<String> {
    @Override
    public String on(Answer.Acknowledged answer) {
        return request + " acknowledged";
    }

    @Override
    public String on(Answer.Rejected answer) {
        return request + " refused with "
                + answer.cause().map(Object::toString).orElse("no Error-Cause")
                + answer.message().map(message -> " \"" + message + "\"").orElse("");
    }

    /** RFC 5176 lets a NAS be silent for all of these reasons, and from here they look alike. */
    @Override
    public String on(Answer.TimedOut answer) {
        return request + " sent " + answer.transmissions() + " times without an answer: the NAS is down, has another"
                + " secret or clock, does not take requests from this host, or passes over what it does not know; it "
                + answer.lastAnswer().map(last -> "last answered at " + last).orElse("never answered before");
    }

    @Override
    public String on(Answer.NotSent answer) {
        return request + " not sent, " + answer.reason() + ": " + answer.detail();
    }
}
