package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltSessions;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import java.util.List;

/** Notes whether an order has sent the OLT anything to write. */
final class SentSets {
    private boolean any;

    /** The sessions of the order. */
    OltSessions watch(OltSessions sessions) {
        return operation -> watched(sessions.of(operation));
    }

    boolean any() {
        return any;
    }

    private OltSession watched(OltSession session) {
        return new ForwardingSession(session) {
            @Override
            public void set(List<VarBind> objects) {
                any = true;
                super.set(objects);
            }
        };
    }
}
