package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Compares what the tables say with what they should. Changes nothing; what cannot be read is never absent. */
final class AccessObserver {
    private static final int MOST_DETAIL = 512;

    private final SubscriberStore store;
    private final SessionTable sessions;

    AccessObserver(SubscriberStore store, SessionTable sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    Observation observe(AccessService service) {
        return observed(() -> {
            SubscriberRows rows = store.read(service.user());
            if (!rows.isPresent()) {
                return drifted(Drift.Kind.MISSING, "no login " + service.user());
            }
            List<String> differences = new ArrayList<>(store.differences(rows, service));
            if (!service.enforcement().allowsLogin()) {
                open(service.user()).ifPresent(differences::add);
            }
            return differences.isEmpty()
                    ? new Observation.InSync()
                    : drifted(Drift.Kind.DIFFERENT, String.join("; ", differences));
        });
    }

    Observation observeRemoved(RadiusUser user) {
        return observed(() -> store.read(user).isPresent()
                ? drifted(Drift.Kind.EXTRA, "login " + user)
                : open(user).map(open -> drifted(Drift.Kind.EXTRA, open)).orElseGet(Observation.InSync::new));
    }

    private Optional<String> open(RadiusUser user) {
        List<Session> open = sessions.open(user);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(open.size() + " open: "
                        + open.stream().map(Session::toString).collect(Collectors.joining(", ")));
    }

    private static Observation observed(Supplier<Observation> work) {
        try {
            return work.get();
        } catch (DatabaseFault fault) {
            return new Observation.Unreadable(fault.detail());
        }
    }

    private static Observation drifted(Drift.Kind kind, String detail) {
        String shown = detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL - 3) + "...";
        return new Observation.Drifted(new Drift(kind, shown));
    }
}
