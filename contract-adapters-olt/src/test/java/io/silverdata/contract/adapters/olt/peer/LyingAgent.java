package io.silverdata.contract.adapters.olt.peer;

import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * An SNMPv2c agent that is wrong in one way, as agents of real OLTs have been seen to be. Answers GET, GETNEXT and GETBULK; everything is
 * refused that would write.
 */
public final class LyingAgent implements AutoCloseable, CommandResponder {
    private static final OctetString COMMUNITY = new OctetString("public");

    private final Snmp snmp;
    private final int port;
    private final Map<OID, Variable> objects = new TreeMap<>();
    private final List<OID> order = new ArrayList<>();
    private final Map<OID, Lie> lies = new HashMap<>();
    private final AtomicInteger largest = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger lost = new AtomicInteger();

    /** What is wrong with one object. */
    public enum Lie {
        /** A walk comes to noSuchInstance under its name, which RFC 3416 does not allow there. */
        NO_SUCH_INSTANCE,
        /** The same with noSuchObject. */
        NO_SUCH_OBJECT,
        /** Its value is Null. */
        NULL,
        /** Every request that comes to it is answered with genErr. */
        GEN_ERR
    }

    private LyingAgent(DefaultUdpTransportMapping socket) {
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv2c());
        dispatcher.addCommandResponder(this);
        snmp = new Snmp(dispatcher, socket);
        port = socket.getListenAddress().getPort();
    }

    /** Starts an agent without objects, on a free port. */
    public static LyingAgent start() {
        try {
            LyingAgent agent = new LyingAgent(new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/0")));
            agent.snmp.listen();
            return agent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its UDP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Access to it. */
    public static SnmpAccess access() {
        return SnmpAccess.v2c(Secret.of(COMMUNITY.toString()));
    }

    /** An INTEGER. */
    public synchronized LyingAgent integer(String name, int value) {
        return put(name, new Integer32(value));
    }

    /** An OBJECT IDENTIFIER. */
    public LyingAgent oid(String name, String value) {
        return put(name, new OID(value));
    }

    /** An OCTET STRING. */
    public LyingAgent octets(String name, byte... value) {
        return put(name, new OctetString(value));
    }

    /** An OCTET STRING of printable characters. */
    public LyingAgent text(String name, String value) {
        return put(name, new OctetString(value));
    }

    /** Is wrong about an object from now on. */
    public synchronized LyingAgent lie(String name, Lie lie) {
        lies.put(new OID(name), lie);
        return this;
    }

    /** Exchanges two objects in the order of walks. */
    public synchronized LyingAgent swap(String one, String other) {
        Collections.swap(order, order.indexOf(new OID(one)), order.indexOf(new OID(other)));
        return this;
    }

    /** Loses every answer that is larger, as a path does that fragments do not get through. */
    public LyingAgent loseLargerThan(int octets) {
        largest.set(octets);
        return this;
    }

    /** How many answers were lost. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        try {
            snmp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized LyingAgent put(String name, Variable value) {
        objects.put(new OID(name), value);
        order.clear();
        order.addAll(objects.keySet());
        return this;
    }

    @Override
    public synchronized <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        PDU request = event.getPDU();
        if (request == null || !COMMUNITY.equals(new OctetString(event.getSecurityName()))) {
            return;
        }
        PDU answer = new PDU();
        answer.setType(PDU.RESPONSE);
        answer.setRequestID(request.getRequestID());
        fill(request, answer);
        if (answer.getBERLength() <= largest.get()) {
            send(event, answer);
        } else {
            lost.incrementAndGet();
        }
    }

    private void fill(PDU request, PDU answer) {
        switch (request.getType()) {
            case PDU.GET -> request.getVariableBindings().forEach(object -> get(object.getOid(), answer));
            case PDU.GETNEXT -> next(request, answer, 1);
            case PDU.GETBULK -> next(request, answer, request.getMaxRepetitions());
            default -> answer.setErrorStatus(PDU.noAccess);
        }
        if (answer.getErrorStatus() != PDU.noError) {
            answer.setVariableBindings(new ArrayList<>(request.getVariableBindings()));
        }
    }

    private void get(OID name, PDU answer) {
        Lie lie = lies.get(name);
        if (lie == Lie.GEN_ERR) {
            answer.setErrorStatus(PDU.genErr);
            answer.setErrorIndex(answer.size() + 1);
        }
        boolean there = objects.containsKey(name) && (lie == null || lie == Lie.GEN_ERR);
        answer.add(new VariableBinding(name, there ? objects.get(name) : Null.noSuchInstance));
    }

    private void next(PDU request, PDU answer, int rows) {
        List<OID> at = new ArrayList<>();
        request.getVariableBindings().forEach(object -> at.add(object.getOid()));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < at.size(); column++) {
                Optional<OID> next = after(at.get(column));
                answer.add(next.map(name -> cell(name, answer))
                        .orElse(new VariableBinding(at.get(column), Null.endOfMibView)));
                at.set(column, next.orElse(at.get(column)));
            }
        }
    }

    private VariableBinding cell(OID name, PDU answer) {
        Lie lie = lies.get(name);
        if (lie == Lie.GEN_ERR && answer.getErrorStatus() == PDU.noError) {
            answer.setErrorStatus(PDU.genErr);
            answer.setErrorIndex(answer.size() + 1);
        }
        if (lie == Lie.NO_SUCH_INSTANCE) {
            return new VariableBinding(name, Null.noSuchInstance);
        }
        if (lie == Lie.NO_SUCH_OBJECT) {
            return new VariableBinding(name, Null.noSuchObject);
        }
        return new VariableBinding(name, lie == Lie.NULL ? Null.instance : objects.get(name));
    }

    private Optional<OID> after(OID name) {
        int here = order.indexOf(name);
        if (here >= 0) {
            return here + 1 < order.size() ? Optional.of(order.get(here + 1)) : Optional.empty();
        }
        return order.stream().filter(next -> next.compareTo(name) > 0).findFirst();
    }

    private <A extends Address> void send(CommandResponderEvent<A> event, PDU answer) {
        try {
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            answer,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException e) {
            throw new IllegalStateException(e);
        }
    }
}
