package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.agent.CommandProcessor;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** The part of the agent that injects faults, and records requests. Its state is guarded by its lock; the device has its own. */
final class FaultInjectingProcessor extends CommandProcessor {
    private static final Set<String> COMMUNITIES = Set.of(SimulatedOlt.COMMUNITY, SimulatedOlt.READ_COMMUNITY);
    private static final long SLOW_MILLIS = 60;
    private static final long LATE_MILLIS = 1_500;

    private final SimulatedDevice device;
    private final RequestTrace trace = new RequestTrace();
    private final Map<Integer, InjectedFault> faultsBySet = new HashMap<>();
    private final Map<Integer, InjectedFault> faultsByRequest = new HashMap<>();
    private final List<List<VarBind>> sets = new ArrayList<>();
    private final List<ArrivedSet> arrivedSets = new ArrayList<>();
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final List<RecordedRequest> recorded = new ArrayList<>();
    private boolean recording;
    private int setsArrived;
    private int readsToLose;
    private int requests;
    private int overlapping;
    private boolean setUnanswered;
    private boolean silent;
    private int silentFromSet;

    FaultInjectingProcessor(OctetString engineId, SimulatedDevice device) {
        super(engineId);
        this.device = device;
    }

    synchronized void faultOnSet(int nth, InjectedFault fault) {
        faultsBySet.put(setsArrived + nth, fault);
    }

    synchronized void clearFaults() {
        faultsBySet.clear();
        readsToLose = 0;
    }

    synchronized void loseReads(int count) {
        readsToLose = count;
    }

    synchronized void silent(boolean all) {
        silent = all;
    }

    synchronized void silentFromSet(int nth) {
        silentFromSet = setsArrived + nth;
    }

    synchronized List<List<VarBind>> sets() {
        return List.copyOf(sets);
    }

    synchronized List<ArrivedSet> arrivedSets() {
        return List.copyOf(arrivedSets);
    }

    synchronized void record() {
        recorded.clear();
        recording = true;
    }

    synchronized List<RecordedRequest> recorded() {
        recording = false;
        return List.copyOf(recorded);
    }

    synchronized int overlappingSets() {
        return overlapping;
    }

    List<String> trace() {
        return trace.lines();
    }

    void clearTrace() {
        trace.clear();
    }

    synchronized int requests() {
        return requests;
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> request) {
        PDU pdu = request.getPDU();
        if (pdu == null || request.isProcessed() || !isKnown(request) || isLost(pdu)) {
            return;
        }
        if (pdu instanceof ScopedPDU scoped && scoped.getContextName().length() > 0) {
            request.setProcessed(true);
            send(request, unknownContext(scoped));
            return;
        }
        Optional<Integer> refusal = refusal(pdu);
        if (refusal.isPresent()) {
            request.setProcessed(true);
            sendResponse(request, refused(pdu, refusal.get()));
        } else if (pdu.getType() == PDU.GETBULK && pdu.getNonRepeaters() == 0) {
            request.setProcessed(true);
            send(request, BulkAnswer.to(pdu, device.mib()));
        } else {
            super.processPdu(request);
        }
    }

    @Override
    protected <A extends Address> void sendResponse(CommandResponderEvent<A> request, PDU response) {
        Optional<InjectedFault> fault = takeFault(request.getPDU());
        if (fault.isEmpty()) {
            reply(request, response);
        } else if (fault.get() == InjectedFault.SLOW) {
            after(SLOW_MILLIS, () -> reply(request, response));
        } else if (fault.get() == InjectedFault.LATE_REPLY) {
            after(LATE_MILLIS, () -> send(request, response));
        }
    }

    private <A extends Address> void reply(CommandResponderEvent<A> request, PDU response) {
        if (request.getPDU().getType() == PDU.SET) {
            answered();
            if (response.getErrorStatus() != PDU.noError && response.getErrorIndex() == 0) {
                // RFC 3416 section 4.2.5 wants it; the agent library loses it
                response.setErrorIndex(device.refusedPosition());
            }
        }
        send(request, response);
    }

    private <A extends Address> void send(CommandResponderEvent<A> request, PDU response) {
        trace.answered(request.getPDU(), response);
        answered(request.getPDU(), response.getErrorStatus());
        super.sendResponse(request, response);
    }

    private static void after(long millis, Runnable task) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(task);
    }

    private static boolean isKnown(CommandResponderEvent<?> request) {
        return request.getSecurityModel() == SecurityModel.SECURITY_MODEL_USM
                || COMMUNITIES.contains(new OctetString(request.getSecurityName()).toString());
    }

    private synchronized boolean isLost(PDU pdu) {
        requests++;
        trace.arrived(pdu);
        if (recording) {
            recorded.add(seen(pdu));
        }
        if (silent) {
            return true;
        }
        if (pdu.getType() != PDU.SET) {
            return --readsToLose >= 0;
        }
        setsArrived++;
        positions.put(pdu.getRequestID().getValue(), arrivedSets.size());
        arrivedSets.add(new ArrivedSet(written(pdu), ArrivedSet.NONE));
        silent = setsArrived == silentFromSet;
        InjectedFault fault = silent ? InjectedFault.LOST_REPLY : faultsBySet.remove(setsArrived);
        if (fault != null) {
            trace.injected(pdu, fault);
        }
        if (fault == InjectedFault.LOST_REQUEST) {
            return true;
        }
        overlapping += setUnanswered ? 1 : 0;
        setUnanswered = true;
        sets.add(written(pdu));
        if (fault != null) {
            faultsByRequest.put(pdu.getRequestID().getValue(), fault);
        }
        return false;
    }

    private synchronized Optional<Integer> refusal(PDU pdu) {
        InjectedFault fault = faultsByRequest.get(pdu.getRequestID().getValue());
        if (fault == InjectedFault.BUSY) {
            return Optional.of(SnmpConstants.SNMP_ERROR_RESOURCE_UNAVAILABLE);
        }
        if (fault == InjectedFault.COMMIT_FAILED) {
            return Optional.of(SnmpConstants.SNMP_ERROR_COMMIT_FAILED);
        }
        return fault == InjectedFault.GEN_ERR ? Optional.of(SnmpConstants.SNMP_ERROR_GENERAL_ERROR) : Optional.empty();
    }

    private synchronized Optional<InjectedFault> takeFault(PDU pdu) {
        InjectedFault fault = faultsByRequest.remove(pdu.getRequestID().getValue());
        if (fault == InjectedFault.LOST_REPLY || fault == InjectedFault.LATE_REPLY) {
            // its sender gives up: the next set does not overlap with it
            setUnanswered = false;
            return Optional.of(fault);
        }
        return Optional.ofNullable(fault).filter(InjectedFault.SLOW::equals);
    }

    private synchronized void answered() {
        setUnanswered = false;
    }

    private synchronized void answered(PDU request, int status) {
        Integer position = positions.remove(request.getRequestID().getValue());
        if (position != null) {
            arrivedSets.set(position, new ArrivedSet(arrivedSets.get(position).objects(), status));
        }
    }

    private static List<VarBind> written(PDU pdu) {
        return pdu.getVariableBindings().stream()
                .map(object -> new VarBind(
                        Snmp4jTypes.fromSnmp4j(object.getOid()), Snmp4jTypes.fromSnmp4j(object.getVariable())))
                .collect(Collectors.toUnmodifiableList());
    }

    private static RecordedRequest seen(PDU pdu) {
        if (pdu.getType() == PDU.SET) {
            return new RecordedRequest(RecordedRequest.Type.SET, 0, List.of(), written(pdu));
        }
        List<Oid> objects = pdu.getVariableBindings().stream()
                .map(object -> Snmp4jTypes.fromSnmp4j(object.getOid()))
                .toList();
        return switch (pdu.getType()) {
            case PDU.GETBULK ->
                new RecordedRequest(RecordedRequest.Type.GET_BULK, pdu.getMaxRepetitions(), objects, List.of());
            case PDU.GETNEXT -> new RecordedRequest(RecordedRequest.Type.GET_NEXT, 0, objects, List.of());
            default -> new RecordedRequest(RecordedRequest.Type.GET, 0, objects, List.of());
        };
    }

    /** RFC 3413 section 3.2; there is the default context only. */
    private static PDU unknownContext(ScopedPDU request) {
        ScopedPDU report = (ScopedPDU) request.clone();
        report.setType(PDU.REPORT);
        report.clear();
        report.setRequestID(request.getRequestID());
        report.add(new VariableBinding(SnmpConstants.snmpUnknownContexts, new Counter32(1)));
        return report;
    }

    private static PDU refused(PDU request, int status) {
        PDU response = (PDU) request.clone();
        response.setType(PDU.RESPONSE);
        response.setErrorStatus(status);
        response.setErrorIndex(1);
        return response;
    }
}
