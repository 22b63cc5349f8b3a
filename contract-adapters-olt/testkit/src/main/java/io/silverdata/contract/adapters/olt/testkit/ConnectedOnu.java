package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;

/**
 * An ONU that hangs on a fibre of a simulated device.
 *
 * @param port of which
 * @param serial which
 * @param lit whether light gets through
 * @param powered whether it has power
 * @param receivedDbm light at the ONU
 * @param sentDbm light from the ONU
 * @param oltReceivedDbm light at the OLT
 * @param metres length of the fibre
 */
public record ConnectedOnu(
        PonPortId port,
        OnuSerial serial,
        boolean lit,
        boolean powered,
        double receivedDbm,
        double sentDbm,
        double oltReceivedDbm,
        int metres) {

    static ConnectedOnu at(PonPortId port, OnuSerial serial) {
        return new ConnectedOnu(port, serial, true, true, -21.5, 2.25, -23.75, 1_234);
    }

    /** Whether the OLT sees it. */
    public boolean visible() {
        return lit && powered;
    }

    ConnectedOnu lit(boolean through) {
        return new ConnectedOnu(port, serial, through, powered, receivedDbm, sentDbm, oltReceivedDbm, metres);
    }

    ConnectedOnu powered(boolean on) {
        return new ConnectedOnu(port, serial, lit, on, receivedDbm, sentDbm, oltReceivedDbm, metres);
    }
}
