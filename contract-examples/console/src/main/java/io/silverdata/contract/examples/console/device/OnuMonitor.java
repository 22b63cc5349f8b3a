package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks OLTs about their ONUs. A call takes as long as the OLT does. Safe for use by any number of threads. */
public final class OnuMonitor {
    private final OltGateway olts;

    OnuMonitor(OltGateway olts) {
        this.olts = olts;
    }

    /** How a registered ONU is at this moment; an empty value if the OLT has not registered it. */
    public Answer<Optional<OnuState>> read(OltId olt, OnuSerial onu) {
        return asking(() -> olts.state(olt, onu, EnumSet.allOf(OnuState.Detail.class)));
    }

    /** ONUs that an OLT sees and nobody registered. */
    public Answer<List<DiscoveredOnu>> unregistered(OltId olt) {
        return asking(() -> olts.unregistered(olt));
    }

    private static <T> Answer<T> asking(Supplier<T> question) {
        try {
            return Answer.of(question.get());
        } catch (OltFault fault) {
            return Answer.none(fault.getMessage());
        } catch (IllegalArgumentException notSetUp) {
            return Answer.none(String.valueOf(notSetUp.getMessage()));
        }
    }
}
