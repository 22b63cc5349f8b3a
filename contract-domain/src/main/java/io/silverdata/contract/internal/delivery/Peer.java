package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.WriteScope;
import java.util.Optional;

/**
 * Who carries out orders.
 *
 * @param olt which OLT; RADIUS if empty
 */
record Peer(Optional<OltId> olt) {
    static final Peer RADIUS = new Peer(Optional.empty());

    static Peer of(OltId olt) {
        return new Peer(Optional.of(olt));
    }

    /** The same as what may be written to or not. */
    WriteScope scope() {
        return olt.<WriteScope>map(WriteScope.Olt::new).orElseGet(WriteScope.Radius::new);
    }

    @Override
    public String toString() {
        return olt.map(id -> "OLT " + id).orElse("RADIUS");
    }
}
