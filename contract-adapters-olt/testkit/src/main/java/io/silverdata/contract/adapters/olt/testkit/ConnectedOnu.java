package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;

/**
 * An ONU that is physically connected to a PON port of a simulated device, registered or not.
 *
 * @param port where it is connected
 * @param serial its serial number
 * @param lit whether light gets through its fibre
 * @param powered whether it has power
 * @param receivedDbm light that it receives, in dBm
 * @param sentDbm light that it sends, in dBm
 * @param oltReceivedDbm light that the OLT receives from it, in dBm
 * @param metres length of its fibre
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

    /** A working ONU with the values that {@link OltDriverTck} expects: -21.5, 2.25 and -23.75 dBm, 1,234 m. */
    static ConnectedOnu working(PonPortId port, OnuSerial serial) {
        return new ConnectedOnu(port, serial, true, true, -21.5, 2.25, -23.75, 1_234);
    }

    /** Whether the OLT sees it: with light and power. */
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
