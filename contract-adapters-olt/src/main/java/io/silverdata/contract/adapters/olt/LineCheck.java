package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.spi.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Compares what an OLT does with what it should. Writes nothing. */
final class LineCheck {
    private static final int LONGEST_DETAIL = 512;

    private final OltDriver driver;
    private final Conversation conversation;

    LineCheck(OltConnection olt, Conversation conversation) {
        this.driver = olt.driver();
        this.conversation = conversation;
    }

    Observation served(LineService service, LinePlan plan) {
        Optional<OnuRef> found = find(service.line().registration());
        return served(
                found.flatMap(onu -> driver.configuration(conversation.during(Operation.READ_CONFIGURATION), onu)),
                service,
                plan);
    }

    /** Compares how an ONU is configured with how it should be. */
    static Observation served(Optional<OnuConfiguration> now, LineService service, LinePlan plan) {
        if (now.isEmpty()) {
            return drifted(Drift.Kind.MISSING, "no ONU " + service.line().registration());
        }
        List<String> differences = differences(now.get(), service, plan);
        return differences.isEmpty()
                ? new Observation.InSync()
                : drifted(Drift.Kind.DIFFERENT, now.get().onu() + ": " + String.join("; ", differences));
    }

    Observation removed(OnuRegistration registration) {
        return find(registration)
                .map(onu -> drifted(Drift.Kind.EXTRA, "ONU " + onu))
                .orElseGet(Observation.InSync::new);
    }

    private static List<String> differences(OnuConfiguration now, LineService service, LinePlan plan) {
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

    private Optional<OnuRef> find(OnuRegistration registration) {
        return driver.find(conversation.during(Operation.FIND), registration.onu())
                .filter(onu -> onu.port().equals(registration.ponPort()));
    }

    private static Observation drifted(Drift.Kind kind, String detail) {
        return new Observation.Drifted(new Drift(kind, detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))));
    }
}
