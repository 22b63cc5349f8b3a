package io.silverdata.contract.internal.command;

import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.listener.OrdersReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener of the host's whose defects stay its own. */
public final class GuardedListener implements ContractsListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final ContractsListener listener;

    @SuppressWarnings("ThreadLocalUsage") // one for each facade: a thread may be inside groups of two of them
    private final ThreadLocal<@Nullable List<CommandReport>> held = new ThreadLocal<>();

    /** Tells a listener what this one is told. */
    public GuardedListener(ContractsListener listener) {
        this.listener = listener;
    }

    @Override
    public void onCommand(CommandReport report) {
        @Nullable List<CommandReport> waiting = held.get();
        if (waiting != null) {
            waiting.add(report);
        } else {
            guarded(() -> listener.onCommand(report));
        }
    }

    @Override
    public void onDelivery(DeliveryReport report) {
        guarded(() -> listener.onDelivery(report));
    }

    @Override
    public void onOrders(OrdersReport report) {
        guarded(() -> listener.onOrders(report));
    }

    /**
     * Does several commands as one. The listener is told of each once all are done, and of none if the work throws: then nothing
     * was kept.
     *
     * @param work is given what forgets the commands so far, for an attempt of which nothing was kept
     */
    <T> T together(Function<Runnable, T> work) {
        List<CommandReport> reports = new ArrayList<>();
        held.set(reports);
        T result;
        try {
            result = work.apply(reports::clear);
        } finally {
            held.remove();
        }
        reports.forEach(this::onCommand);
        return result;
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException defect) {
            LOG.warn("a listener threw", defect);
        }
    }
}
