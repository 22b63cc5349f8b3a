package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many cells an OLT is asked for at once. Learned: an agent says tooBig, or its answer is lost on the path since it does not fit into
 * one datagram, which looks like silence. What was learned of an OLT is kept for as long as the gateway lives. Safe for use by several
 * threads.
 */
final class AnswerSize {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerSize.class);

    private final OltSettings settings;
    private final AtomicInteger cells = new AtomicInteger(Integer.MAX_VALUE);

    AnswerSize(OltSettings settings) {
        this.settings = settings;
    }

    /** The most cells that one answer may have. */
    int cells() {
        return cells.get();
    }

    /** Halves it, since so many were too many. */
    void tooMany(int asked, String why) {
        int fewer = Math.max(1, asked / 2);
        if (cells.getAndAccumulate(fewer, Math::min) > fewer) {
            LOG.warn(
                    "OLT {}: {} to a request for {} cells; from now on it is asked for {} at once",
                    settings.olt(),
                    why,
                    asked,
                    fewer);
        }
    }
}
