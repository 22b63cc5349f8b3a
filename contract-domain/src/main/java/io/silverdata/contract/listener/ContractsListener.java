package io.silverdata.contract.listener;

import io.silverdata.contract.Contracts;

/**
 * Is told what is done, for metrics and traces. Called on the thread that did it, right after, outside any unit of work of the
 * library; so it must be quick, and safe for use by as many threads as call {@link Contracts}. What it throws is logged and
 * otherwise ignored. Names and units that fit meters are in {@code docs/operations.md}.
 */
public interface ContractsListener {

    /** Is told of each command, accepted or refused. In a unit of work of the host's it may still be rolled back. */
    default void onCommand(CommandReport report) {}

    /** Is told of each attempt at telling one side of the network what a contract wants. */
    default void onDelivery(DeliveryReport report) {}
}
