package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.model.OltId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.OctetString;

/**
 * One UDP socket for the sessions with all OLTs of a gateway. OLTs that have one snmpEngineID, as copies of a configuration do, would
 * share keys and clock there: each but the first gets a socket of its own. Safe for use by several threads.
 */
public final class SnmpTransport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnmpTransport.class);

    private final LocalizedKeys keys = new LocalizedKeys();
    private final SnmpStack shared;
    private final List<SnmpStack> own = new ArrayList<>();
    private final Map<OctetString, OltId> engines = new HashMap<>();

    private SnmpTransport() throws IOException {
        shared = new SnmpStack();
    }

    /** Opens a socket on a free port. */
    public static SnmpTransport open() {
        try {
            return new SnmpTransport();
        } catch (IOException e) {
            throw new UncheckedIOException("no UDP socket for SNMP", e);
        }
    }

    /** A client for one OLT. Talks to nobody yet. */
    public SnmpClient client(OltSettings settings) {
        return new SnmpClient(this, settings);
    }

    @Override
    public synchronized void close() {
        shared.close();
        own.forEach(SnmpStack::close);
    }

    SnmpStack shared() {
        return shared;
    }

    LocalizedKeys keys() {
        return keys;
    }

    /** Whether an OLT may use an engine in the shared socket: no other OLT has the same one. */
    synchronized boolean claim(OctetString engine, OltId olt) {
        OltId first = engines.computeIfAbsent(engine, key -> olt);
        if (first.equals(olt)) {
            return true;
        }
        LOG.warn(
                "OLT {} has the snmpEngineID of OLT {}, {}: give each one of its own (RFC 3411 section 5). It is spoken to"
                        + " over a socket of its own",
                olt,
                first,
                engine.toHexString());
        return false;
    }

    /** A socket for one OLT alone. */
    synchronized SnmpStack ownStack() throws IOException {
        SnmpStack stack = new SnmpStack();
        own.add(stack);
        return stack;
    }
}
