package io.silverdata.contract.move;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Rejection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A contract that a plant move takes along.
 *
 * @param contract which
 * @param from its output, and the PON port before
 * @param to the same output, and the PON port afterwards
 * @param onu its ONU; empty for a draft with a reservation, of which no OLT is told
 * @param objection why it has no place there, if it has none
 */
public record MovedContract(
        ContractId contract,
        PortAssignment from,
        PortAssignment to,
        Optional<OnuSerial> onu,
        Optional<Rejection> objection) {

    public MovedContract {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(onu, "onu");
        Objects.requireNonNull(objection, "objection");
    }

    /** Whether the OLT of the new place is told before the splice: it is another OLT, which may have the ONU beside the old one. */
    public boolean isPrepared() {
        return onu.isPresent() && !from.ponPort().olt().equals(to.ponPort().olt());
    }

    /** What OLTs are told, in this order. */
    public List<DeviceChange> changes() {
        return onu.map(serial -> {
                    DeviceChange register = new DeviceChange(
                            DeviceChange.Kind.REGISTER, new OnuRegistration(to.ponPort(), serial), isPrepared());
                    DeviceChange remove = new DeviceChange(
                            DeviceChange.Kind.REMOVE, new OnuRegistration(from.ponPort(), serial), false);
                    return isPrepared() ? List.of(register, remove) : List.of(remove, register);
                })
                .orElse(List.of());
    }

    /** The same, with why it has no place there. */
    public MovedContract objectedTo(Rejection why) {
        return new MovedContract(contract, from, to, onu, Optional.of(why));
    }
}
