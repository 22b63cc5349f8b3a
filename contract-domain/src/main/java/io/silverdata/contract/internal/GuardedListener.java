package io.silverdata.contract.internal;

import io.silverdata.contract.CommandReport;
import io.silverdata.contract.ContractsListener;
import io.silverdata.contract.DeliveryReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener of the host's whose defects stay its own. */
public record GuardedListener(ContractsListener listener) implements ContractsListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    @Override
    public void onCommand(CommandReport report) {
        guarded(() -> listener.onCommand(report));
    }

    @Override
    public void onDelivery(DeliveryReport report) {
        guarded(() -> listener.onDelivery(report));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException defect) {
            LOG.warn("a listener threw", defect);
        }
    }
}
