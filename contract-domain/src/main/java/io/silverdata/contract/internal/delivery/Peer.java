package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.OltId;
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

    @Override
    public String toString() {
        return olt.map(id -> "OLT " + id).orElse("RADIUS");
    }
}
