package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.LineOrder;

/** One order of a contract to one peer. */
sealed interface Step {

    /** The side of the network that it concerns. */
    NetworkTarget target();

    /** Who carries it out. */
    Peer peer();

    /** An order to RADIUS. */
    record Access(AccessOrder order) implements Step {
        @Override
        public NetworkTarget target() {
            return NetworkTarget.ACCESS;
        }

        @Override
        public Peer peer() {
            return Peer.RADIUS;
        }
    }

    /**
     * An order to an OLT.
     *
     * @param isAhead whether the ONU is not connected there yet, so that nobody waits until it is seen online
     */
    record Line(LineOrder order, boolean isAhead) implements Step {
        Line(LineOrder order) {
            this(order, false);
        }

        @Override
        public NetworkTarget target() {
            return NetworkTarget.LINE;
        }

        @Override
        public Peer peer() {
            return Peer.of(order.olt());
        }
    }
}
