package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;

/** One order to switch a PON port, read back where the driver can read ports. */
public final class PortSwitch {
    private final OltConnection olt;
    private final OltSessions sessions;
    private final PonPortId port;
    private final ServiceState wanted;

    /** @param enabled whether it is to work */
    public PortSwitch(OltConnection olt, OltSessions sessions, PonPortId port, boolean enabled) {
        this.olt = olt;
        this.sessions = sessions;
        this.port = port;
        this.wanted = enabled ? ServiceState.UP : ServiceState.DOWN;
    }

    /**
     * Carries it out.
     *
     * @throws OltFault {@code OUTCOME_UNKNOWN} if there was no answer, and reading back does not show that it was carried out; {@code
     *     DEVICE_ERROR} if the OLT accepted it and shows something else
     */
    public void carryOut() {
        boolean readable = olt.driver().capabilities().of(Operation.READ_PORT).level() == Capability.Level.SUPPORTED;
        ReadBack.ifUnanswered(
                () -> olt.driver().setPortEnabled(sessions.of(Operation.SET_PORT), port, wanted == ServiceState.UP),
                () -> readable && state() == wanted);
        if (readable && state() != wanted && state() != ServiceState.UNKNOWN) {
            throw new OltFault(
                    OltFault.Kind.DEVICE_ERROR,
                    port.olt(),
                    Operation.SET_PORT,
                    "PON port " + port,
                    "the OLT accepted it, and shows something else afterwards");
        }
    }

    private ServiceState state() {
        return olt.driver().port(sessions.of(Operation.READ_PORT), port).admin();
    }
}
