package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import java.util.List;

/**
 * A request that arrived at a {@link SimulatedOlt} after {@link SimulatedOlt#record}.
 *
 * @param type of the request
 * @param repetitions the most rows that are asked for; 0 unless it is a GET_BULK
 * @param objects the objects that are read, or whose followers are; empty if it is a SET
 * @param written the objects that are set, with their values; empty unless it is a SET
 */
public record RecordedRequest(Type type, int repetitions, List<Oid> objects, List<VarBind> written) {

    /** The types of requests (RFC 3416 section 3). */
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
