package io.silverdata.contract.spring.contracts;

import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.listener.OrdersReport;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes each report to every listener of the application. One that throws keeps no other from its report, and no delivery from being
 * made: neither by an exception, nor by a jar of a version that it was not compiled against.
 */
final class EveryListener implements ContractsListener {
    private static final Logger LOG = LoggerFactory.getLogger(EveryListener.class);

    private final List<ContractsListener> listeners;

    EveryListener(List<ContractsListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void onCommand(CommandReport report) {
        each(listener -> listener.onCommand(report));
    }

    @Override
    public void onDelivery(DeliveryReport report) {
        each(listener -> listener.onDelivery(report));
    }

    @Override
    public void onOrders(OrdersReport report) {
        each(listener -> listener.onOrders(report));
    }

    private void each(Consumer<ContractsListener> report) {
        for (ContractsListener listener : listeners) {
            try {
                report.accept(listener);
            } catch (RuntimeException | LinkageError failed) {
                LOG.warn("a listener failed: {}", listener.getClass().getName(), failed);
            }
        }
    }
}
