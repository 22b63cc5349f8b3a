package io.silverdata.contract.adapters.olt.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snmp4j.PDU;
import org.snmp4j.smi.VariableBinding;

/** The latest requests at an agent with how each was answered, for the report of a test that fails. */
final class RequestTrace {
    private static final int MAX_ENTRIES = 40;
    private static final int MAX_OBJECTS = 6;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<Integer, Entry> unanswered = new HashMap<>();

    private static final class Entry {
        private final PDU request;
        private String answer = "no answer";

        Entry(PDU request) {
            this.request = request;
        }
    }

    synchronized void arrived(PDU request) {
        if (entries.size() == MAX_ENTRIES) {
            unanswered.values().remove(entries.removeFirst());
        }
        Entry entry = new Entry((PDU) request.clone());
        entries.addLast(entry);
        unanswered.put(request.getRequestID().getValue(), entry);
    }

    /** The request is not answered because this fault was injected, or is answered late. */
    synchronized void injected(PDU request, InjectedFault fault) {
        Entry entry = unanswered.get(request.getRequestID().getValue());
        if (entry != null) {
            entry.answer = "injected fault " + fault;
        }
    }

    synchronized void answered(PDU request, PDU response) {
        Entry entry = unanswered.remove(request.getRequestID().getValue());
        if (entry == null) {
            return;
        }
        String injected = entry.answer.startsWith("injected") ? entry.answer + ": " : "";
        entry.answer = injected
                + (response.getErrorStatus() == PDU.noError
                        ? "ok"
                        : response.getErrorStatusText() + "(" + response.getErrorStatus() + ") at object "
                                + response.getErrorIndex());
    }

    synchronized void clear() {
        entries.clear();
        unanswered.clear();
    }

    synchronized List<String> lines() {
        return entries.stream().map(RequestTrace::line).toList();
    }

    private static String line(Entry entry) {
        boolean set = entry.request.getType() == PDU.SET;
        List<? extends VariableBinding> objects = entry.request.getVariableBindings();
        String named = objects.stream()
                .limit(set ? Integer.MAX_VALUE : MAX_OBJECTS)
                .map(object -> set
                        ? Snmp4jTypes.fromSnmp4j(object.getOid()) + " = " + Snmp4jTypes.fromSnmp4j(object.getVariable())
                        : Snmp4jTypes.fromSnmp4j(object.getOid()).toString())
                .collect(Collectors.joining(", "));
        String more = !set && objects.size() > MAX_OBJECTS ? ", and " + (objects.size() - MAX_OBJECTS) + " more" : "";
        return PDU.getTypeString(entry.request.getType()) + " " + named + more + " -> " + entry.answer;
    }
}
