package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.spi.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Compares the configuration of an ONU, as read, with the line that is wanted. */
final class LineComparison {
    private static final int MAX_DETAIL = 512;

    private LineComparison() {}

    /** Where the ONU should be registered as the service and its plan say. */
    static Observation ofProvisioned(Optional<OnuConfiguration> now, LineService service, WantedLine plan) {
        if (now.isEmpty()) {
            return drifted(Drift.Kind.MISSING, "no ONU " + service.line().registration());
        }
        List<String> differences = differences(now.get(), service, plan);
        return differences.isEmpty()
                ? new Observation.InSync()
                : drifted(Drift.Kind.DIFFERENT, now.get().onu() + ": " + String.join("; ", differences));
    }

    /** Where the ONU should not be registered. */
    static Observation ofRemoved(Optional<OnuRef> registered) {
        return registered.map(onu -> drifted(Drift.Kind.EXTRA, "ONU " + onu)).orElseGet(Observation.InSync::new);
    }

    private static List<String> differences(OnuConfiguration now, LineService service, WantedLine plan) {
        List<String> differences = new ArrayList<>();
        now.profiles()
                .filter(profiles -> !profiles.equals(plan.profiles()))
                .ifPresent(profiles -> differences.add(profiles + ", should be " + plan.profiles()));
        if (now.enabled() != service.enabled()) {
            differences.add(now.enabled() ? "enabled, should be disabled" : "disabled, should be enabled");
        }
        if (!new HashSet<>(now.services()).equals(new HashSet<>(plan.services()))) {
            differences.add(now.services() + ", should be " + plan.services());
        }
        return differences;
    }

    private static Observation drifted(Drift.Kind kind, String detail) {
        return new Observation.Drifted(new Drift(kind, detail.substring(0, Math.min(detail.length(), MAX_DETAIL))));
    }
}
