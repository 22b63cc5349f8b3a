package io.silverdata.contract.memory;

import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The OLTs of an operator that remember what they were told and never fail. As real ones do, an OLT refuses an ONU whose
 * serial is registered at another of its PON ports, with {@code SERIAL_ELSEWHERE}; of other OLTs it knows nothing. To which
 * splitter output an ONU is connected they do not see. Safe for use by any number of threads.
 */
public final class InMemoryLine implements LineProvisioner {
    private final ConcurrentNavigableMap<Entry, LineService> services = new ConcurrentSkipListMap<>();

    /** Knows no ONU. */
    public InMemoryLine() {}

    /** An OLT has a serial number once. */
    private record Entry(OltId olt, OnuSerial onu) implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::onu).thenComparing(Entry::olt);

        static Entry of(PonPortId ponPort, OnuSerial onu) {
            return new Entry(ponPort.olt(), onu);
        }

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public DeviceOutcome ensure(LineService service) {
        LineService served = services.merge(
                Entry.of(ponPort(service), service.line().onu()),
                service,
                (before, after) -> isAt(before, ponPort(after)) ? after : before);
        return isAt(served, ponPort(service))
                ? new DeviceOutcome.Applied()
                : new DeviceOutcome.Refused(
                        "SERIAL_ELSEWHERE", service.line().onu() + " is registered at " + ponPort(served));
    }

    @Override
    public DeviceOutcome remove(OnuRegistration registration) {
        services.computeIfPresent(
                Entry.of(registration.ponPort(), registration.onu()),
                (entry, served) -> isAt(served, registration.ponPort()) ? null : served);
        return new DeviceOutcome.Applied();
    }

    @Override
    public Observation observe(LineService service) {
        return observation(find(ponPort(service), service.line().onu()), service);
    }

    private static Observation observation(Optional<LineService> served, LineService service) {
        return served.map(found -> new Differences()
                        .compare("contract", found.contract(), service.contract())
                        .compare("profile", found.profile(), service.profile())
                        .compare("enabled", found.enabled(), service.enabled())
                        .compare("bindings", found.bindings(), service.bindings())
                        .observation())
                .orElseGet(() ->
                        drifted(Drift.Kind.MISSING, "no ONU " + service.line().onu() + " at " + ponPort(service)));
    }

    @Override
    public Observation observeRemoved(OnuRegistration registration) {
        return find(registration.ponPort(), registration.onu())
                .map(found -> drifted(Drift.Kind.EXTRA, "ONU " + registration + " of contract " + found.contract()))
                .orElseGet(Observation.InSync::new);
    }

    /** They bind anything. */
    @Override
    public Optional<String> bindingObjection(OltId olt, ProfileName profile, List<ProfileName> bindings) {
        return Optional.empty();
    }

    @Override
    public Reading<LineInventory> inventory(OltId olt) {
        Map<OnuRegistration, LineService> served = services.values().stream()
                .filter(service -> ponPort(service).olt().equals(olt))
                .collect(Collectors.toUnmodifiableMap(service -> service.line().registration(), Function.identity()));
        return new Reading.Complete<>(new Inventory(served));
    }

    private record Inventory(Map<OnuRegistration, LineService> served) implements LineInventory {
        @Override
        public Observation observe(LineService service) {
            return observation(Optional.ofNullable(served.get(service.line().registration())), service);
        }

        @Override
        public List<OnuRegistration> registrations() {
            return List.copyOf(served.keySet());
        }
    }

    /** What was last told about an ONU at a PON port, if it was not removed. */
    public Optional<LineService> find(PonPortId ponPort, OnuSerial onu) {
        return Optional.ofNullable(services.get(Entry.of(ponPort, onu))).filter(served -> isAt(served, ponPort));
    }

    /** Every ONU as it is now, in the order of their serial numbers; a copy. */
    public Map<OnuRegistration, LineService> all() {
        Map<OnuRegistration, LineService> all = new LinkedHashMap<>();
        services.values().forEach(served -> all.put(served.line().registration(), served));
        return all;
    }

    private static boolean isAt(LineService service, PonPortId ponPort) {
        return ponPort(service).equals(ponPort);
    }

    private static PonPortId ponPort(LineService service) {
        return service.line().ports().ponPort();
    }

    private static Observation drifted(Drift.Kind kind, String detail) {
        return new Observation.Drifted(new Drift(kind, detail));
    }
}
