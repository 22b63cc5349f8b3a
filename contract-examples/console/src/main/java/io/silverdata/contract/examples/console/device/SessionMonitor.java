package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.model.RadiusUser;
import java.util.List;

/** Asks accounting for open sessions. Safe for use by any number of threads. */
public interface SessionMonitor {

    /** The open sessions of a login, the newest first. */
    Answer<List<OpenSession>> open(RadiusUser login);
}
