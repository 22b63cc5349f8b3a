package io.silverdata.contract.adapters.radius.dynauth;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that writes down what it is told. */
final class Events implements DynamicAuthorizationListener {
    private final List<String> told = new CopyOnWriteArrayList<>();

    List<String> told() {
        return told;
    }

    long count(String event) {
        return told.stream().filter(event::equals).count();
    }

    @Override
    public void sent(NasEndpoint nas) {
        told.add("sent");
    }

    @Override
    public void retransmitted(NasEndpoint nas) {
        told.add("retransmitted");
    }

    @Override
    public void acknowledged(NasEndpoint nas, Duration after) {
        told.add("acknowledged");
    }

    @Override
    public void rejected(NasEndpoint nas, Optional<ErrorCause> cause, Duration after) {
        told.add("rejected " + cause.map(ErrorCause::toString).orElse(""));
    }

    @Override
    public void timedOut(NasEndpoint nas) {
        told.add("timed out");
    }

    @Override
    public void notSent(NasEndpoint nas, Answer.Reason reason) {
        told.add("not sent " + reason);
    }

    @Override
    public void ignored(NasEndpoint nas, Ignored why) {
        told.add("ignored " + why);
    }

    @Override
    public void circuitOpened(NasEndpoint nas) {
        told.add("opened");
    }

    @Override
    public void circuitClosed(NasEndpoint nas) {
        told.add("closed");
    }
}
