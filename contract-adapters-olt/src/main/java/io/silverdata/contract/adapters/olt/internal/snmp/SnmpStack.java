package io.silverdata.contract.adapters.olt.internal.snmp;

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
 * One UDP socket with SNMP over it and a user-based security model of its own. Has the library's own thread for what arrives and its
 * timer. Keeps nothing in the library's global state, so that a host may use SNMP4J beside it. Safe for use by several threads.
 */
final class SnmpStack implements AutoCloseable {
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final Snmp snmp;
    private final USM usm;
    private final MPv3 mpv3;
    private final UnauthenticatedReports reports;

    SnmpStack() throws IOException {
        OctetString engineId = new OctetString(MPv3.createLocalEngineID());
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocolSet.maxCompatibility);
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

    @Override
    public void close() {
        try {
            snmp.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a UDP socket for SNMP would not close", e);
        }
    }
}
