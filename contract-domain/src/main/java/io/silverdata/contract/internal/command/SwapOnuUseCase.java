package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;

/** Replaces the ONU by one that the inventory may give out. */
public final class SwapOnuUseCase {
    private final HostPorts host;

    /** A use case; all parts are shared with the facade. */
    public SwapOnuUseCase(HostPorts host) {
        this.host = host;
    }

    /** Swaps the ONU. */
    public Either<Rejection, Decision> swap(Contract contract, OnuSerial onu, Situation situation) {
        return host.onu(onu).flatMap(available -> situation.decide(contract, new Command.SwapOnu(available)));
    }
}
