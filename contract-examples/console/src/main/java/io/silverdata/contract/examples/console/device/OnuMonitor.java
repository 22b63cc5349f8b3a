package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import java.util.List;
import java.util.Optional;

/** Asks OLTs about their ONUs. A call takes as long as the OLT does. Safe for use by any number of threads. */
public interface OnuMonitor {

    /** How a registered ONU is at this moment; an empty value if the OLT has not registered it. */
    Answer<Optional<OnuReading>> read(OltId olt, OnuSerial onu);

    /** ONUs that an OLT sees and nobody registered. */
    Answer<List<VisibleOnu>> unregistered(OltId olt);
}
