package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.Snmp;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.SecurityProtocols.SecurityProtocolSet;
import org.snmp4j.security.USM;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;

/**
 * One UDP socket for the sessions with all OLTs of a gateway. Has the library's own thread for what arrives and its timer.
 * Keeps nothing in the library's global state, so that a host may use SNMP4J beside it. Safe for use by several threads.
 */
public final class SnmpTransport implements AutoCloseable {
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final SecurityProtocols protocols = new SecurityProtocols(SecurityProtocolSet.maxCompatibility);
    private final LocalizedKeys keys = new LocalizedKeys();
    private final Snmp snmp;
    private final USM usm;
    private final MPv3 mpv3;
    private final UnauthenticatedReports reports;

    private SnmpTransport() throws IOException {
        OctetString engineId = new OctetString(MPv3.createLocalEngineID());
        usm = new USM(protocols, engineId, 0);
        SecurityModels models = new SecurityModels();
        // before anything is sent: without it there is no SNMPv3
        models.addSecurityModel(usm);
        mpv3 = new MPv3(engineId.getValue(), new DefaultPDUFactory(), protocols, models, new CounterSupport());
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv2c());
        dispatcher.addMessageProcessingModel(mpv3);
        DefaultUdpTransportMapping socket = new DefaultUdpTransportMapping(new UdpAddress("0.0.0.0/0"));
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        snmp = new Snmp(dispatcher, socket);
        reports = new UnauthenticatedReports(snmp.getReportHandler());
        snmp.setReportHandler(reports);
        snmp.listen();
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
    public void close() {
        try {
            snmp.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the UDP socket for SNMP would not close", e);
        }
    }

    Snmp snmp() {
        return snmp;
    }

    USM usm() {
        return usm;
    }

    MPv3 mpv3() {
        return mpv3;
    }

    UnauthenticatedReports reports() {
        return reports;
    }

    LocalizedKeys keys() {
        return keys;
    }
}
