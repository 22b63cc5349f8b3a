package io.silverdata.contract.listener;

/**
 * Receives a report of each command and each delivery, for metrics and traces. It is called on the thread that did the work, right
 * after it, outside any unit of work of the library; so it must be quick, and safe for use by as many threads as call {@code Contracts}. What it throws is logged and
 * otherwise ignored. Names and units that fit meters are in {@code docs/operations.md}.
 */
public interface ContractsListener {

    /** Receives each command once, accepted or refused. Inside a transaction of the host it may still be rolled back. */
    default void onCommand(CommandReport report) {}

    /** Receives each attempt to deliver what a contract wants to one side of the network. */
    default void onDelivery(DeliveryReport report) {}

    /** Receives each group of orders that one peer carried out together, possibly on a thread of the worker's executor. */
    default void onOrders(OrdersReport report) {}
}
