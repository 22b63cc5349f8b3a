package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How a PON port is.
 *
 * @param port which
 * @param admin whether it may work
 * @param oper whether it works
 * @param registeredOnus how many are registered there, if the OLT tells
 * @param sent light of its optics, if the OLT tells
 */
public record PortState(
        PonPortId port,
        ServiceState admin,
        ServiceState oper,
        OptionalInt registeredOnus,
        Optional<OpticalPower> sent) {
    private static final OptionalLong UP = OptionalLong.of(1);
    private static final OptionalLong DOWN = OptionalLong.of(2);

    public PortState {
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(admin, "admin");
        Objects.requireNonNull(oper, "oper");
        Objects.requireNonNull(registeredOnus, "registeredOnus");
        Objects.requireNonNull(sent, "sent");
    }

    /** What a number means as most MIBs have it: up(1), down(2), as in the IF-MIB; UNKNOWN if there is none, or another. */
    public static ServiceState upOrDown(OptionalLong number) {
        if (number.equals(UP)) {
            return ServiceState.UP;
        }
        return number.equals(DOWN) ? ServiceState.DOWN : ServiceState.UNKNOWN;
    }
}
