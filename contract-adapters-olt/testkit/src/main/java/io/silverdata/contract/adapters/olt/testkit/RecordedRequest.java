package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import java.util.List;

/**
 * A request that arrived at a simulated OLT.
 *
 * @param type which
 * @param repetitions how many rows it asks for; 0 unless it is a GET_BULK
 * @param objects what it asks for; empty if it is a SET
 * @param written what it sets; empty unless it is a SET
 */
public record RecordedRequest(Type type, int repetitions, List<Oid> objects, List<VarBind> written) {

    /** What sort of request. */
    public enum Type {
        /** Reads objects. */
        GET,
        /** Reads what follows objects. */
        GET_NEXT,
        /** Reads many that follow objects. */
        GET_BULK,
        /** Writes objects. */
        SET
    }

    public RecordedRequest {
        objects = List.copyOf(objects);
        written = List.copyOf(written);
    }
}
