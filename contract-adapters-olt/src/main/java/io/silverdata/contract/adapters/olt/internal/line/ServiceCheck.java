package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.settings.ServiceProof;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OpticalPower;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether the ONU of a line that is configured as ordered is seen to work. */
final class ServiceCheck {
    private final OltConnection olt;
    private final ServiceProof proof;

    ServiceCheck(OltConnection olt, ServiceProof proof) {
        this.olt = olt;
        this.proof = proof;
    }

    /** What is missing; empty if nothing is. */
    Optional<String> missing(LineService service) {
        olt.require(Operation.READ_STATE);
        Set<OnuState.Detail> details =
                proof.asksForLight() ? EnumSet.of(OnuState.Detail.OPTICS) : EnumSet.noneOf(OnuState.Detail.class);
        return olt.read(Operation.READ_STATE, sessions -> state(sessions, service, details))
                .map(this::missing)
                .orElse(Optional.of(service.line().registration() + " is not registered any more"));
    }

    private Optional<OnuState> state(OltSessions sessions, LineService service, Set<OnuState.Detail> details) {
        return olt.driver()
                .find(sessions.of(Operation.FIND), service.line().onu())
                .map(onu -> olt.driver().state(sessions.of(Operation.READ_STATE), onu, details));
    }

    private Optional<String> missing(OnuState state) {
        if (state.oper() != OnuState.Oper.ONLINE) {
            return Optional.of(state.onu() + " is registered and not seen online: " + state.oper() + ", phase "
                    + state.phase() + ", last down " + state.lastDown());
        }
        Optional<OpticalPower> received = state.optics().onuReceived();
        if (!proof.asksForLight() || received.filter(proof::admits).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(state.onu() + " is online and receives "
                + received.map(OpticalPower::toString).orElse("a light that the OLT does not tell") + ", should be "
                + proof);
    }
}
