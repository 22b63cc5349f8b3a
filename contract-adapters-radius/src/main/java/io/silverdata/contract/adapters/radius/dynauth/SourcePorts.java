package io.silverdata.contract.adapters.radius.dynauth;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The source ports towards one NAS, opened as identifiers run out. For one thread. */
final class SourcePorts {
    private static final Logger LOG = LoggerFactory.getLogger(SourcePorts.class);

    private final NasTransport transport;
    private final Selector selector;
    private final List<SourcePort> ports = new ArrayList<>();

    SourcePorts(NasTransport transport, Selector selector) {
        this.transport = transport;
        this.selector = selector;
    }

    int size() {
        return ports.size();
    }

    List<SourcePort> all() {
        return List.copyOf(ports);
    }

    /**
     * The port whose next identifier is free for the longest time, or a further one; null: no identifier is free.
     *
     * @throws IOException when not even the first port can be opened
     */
    @Nullable
    SourcePort withFreeIdentifier(long now) throws IOException {
        SourcePort best = longestFree(now);
        if (best != null && best.identifiers().freeFor(now) >= 0) {
            return best;
        }
        if (ports.size() < transport.nas().sourcePorts()) {
            return further(now);
        }
        return null;
    }

    /** A system that has no port or file left for a further one has those that are open all the same. */
    private @Nullable SourcePort further(long now) throws IOException {
        try {
            SourcePort opened = SourcePort.open(transport, selector, now);
            ports.add(opened);
            return opened;
        } catch (IOException e) {
            if (ports.isEmpty()) {
                throw e;
            }
            LOG.warn(
                    "{}: no further source port beside {}; requests wait for an identifier",
                    transport.nas(),
                    size(),
                    e);
            return null;
        }
    }

    /** How long until an identifier may be used again; {@code Long.MAX_VALUE}: all are in flight. */
    long untilFree(long now) {
        SourcePort best = longestFree(now);
        long freeFor = best == null ? Long.MIN_VALUE : best.identifiers().freeFor(now);
        return freeFor == Long.MIN_VALUE ? Long.MAX_VALUE : -freeFor;
    }

    void close() {
        for (SourcePort port : ports) {
            try {
                port.close();
            } catch (IOException e) {
                LOG.debug("{}: cannot close a port", transport.nas(), e);
            }
        }
        ports.clear();
    }

    private @Nullable SourcePort longestFree(long now) {
        SourcePort best = null;
        for (SourcePort port : ports) {
            if (best == null
                    || port.identifiers().freeFor(now) > best.identifiers().freeFor(now)) {
                best = port;
            }
        }
        return best;
    }
}
