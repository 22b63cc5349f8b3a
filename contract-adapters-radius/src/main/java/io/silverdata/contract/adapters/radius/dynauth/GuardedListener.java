package io.silverdata.contract.adapters.radius.dynauth;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A host's listener, whose mistakes must not reach the network. */
final class GuardedListener implements DynamicAuthorizationListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final DynamicAuthorizationListener listener;

    GuardedListener(DynamicAuthorizationListener listener) {
        this.listener = listener;
    }

    @Override
    public void sent(NasEndpoint nas) {
        tell(to -> to.sent(nas));
    }

    @Override
    public void retransmitted(NasEndpoint nas) {
        tell(to -> to.retransmitted(nas));
    }

    @Override
    public void acknowledged(NasEndpoint nas, Duration after) {
        tell(to -> to.acknowledged(nas, after));
    }

    @Override
    public void rejected(NasEndpoint nas, Optional<ErrorCause> cause, Duration after) {
        tell(to -> to.rejected(nas, cause, after));
    }

    @Override
    public void timedOut(NasEndpoint nas) {
        tell(to -> to.timedOut(nas));
    }

    @Override
    public void notSent(NasEndpoint nas, Answer.Reason reason) {
        tell(to -> to.notSent(nas, reason));
    }

    @Override
    public void ignored(NasEndpoint nas, Ignored why) {
        tell(to -> to.ignored(nas, why));
    }

    @Override
    public void circuitOpened(NasEndpoint nas) {
        tell(to -> to.circuitOpened(nas));
    }

    @Override
    public void circuitClosed(NasEndpoint nas) {
        tell(to -> to.circuitClosed(nas));
    }

    private void tell(Consumer<DynamicAuthorizationListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("The listener of dynamic authorization failed", e);
        }
    }
}
