package io.silverdata.contract.adapters.radius.internal.access;

import io.silverdata.contract.adapters.radius.internal.session.SessionOrder;
import io.silverdata.contract.adapters.radius.internal.session.SessionTable;
import io.silverdata.contract.adapters.radius.internal.session.SessionUpdater;
import io.silverdata.contract.adapters.radius.internal.sql.Together;
import io.silverdata.contract.adapters.radius.internal.subscriber.SubscriberWriter;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.adapters.radius.session.SessionResult;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the open sessions of many logins follow their rows, and records where they do. The rows are committed. */
final class SessionDelivery {
    private final SessionTable sessions;
    private final SubscriberWriter writer;

    SessionDelivery(SessionTable sessions, SubscriberWriter writer) {
        this.sessions = sessions;
        this.writer = writer;
    }

    /** The open sessions of a login, or why they cannot be read. */
    private record Open(List<Session> sessions, Optional<DeviceOutcome> failure) {}

    /** The outcome of each, in their order. */
    List<DeviceOutcome> deliver(List<LoginDelivery> logins, SessionUpdater.Call call) {
        List<LoginDelivery> waiting =
                logins.stream().filter(login -> login.ended().isEmpty()).toList();
        List<DeviceOutcome> followed = recorded(waiting, follow(waiting, call));
        List<DeviceOutcome> outcomes = new ArrayList<>();
        int next = 0;
        for (LoginDelivery login : logins) {
            outcomes.add(login.ended().isPresent() ? login.ended().get() : followed.get(next++));
        }
        return outcomes;
    }

    private List<DeviceOutcome> follow(List<LoginDelivery> logins, SessionUpdater.Call call) {
        List<Open> open = open(logins.stream().map(LoginDelivery::user).toList());
        List<SessionOrder> orders = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < logins.size(); i++) {
            LoginDelivery login = logins.get(i);
            open.get(i).sessions().stream()
                    .filter(login::isOutdated)
                    .forEach(session -> orders.add(new SessionOrder(session, login.target())));
            ends.add(orders.size());
        }
        List<SessionResult> results = call.update(orders);
        List<DeviceOutcome> outcomes = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < logins.size(); i++) {
            List<SessionResult> own = results.subList(from, ends.get(i));
            boolean rowsChanged = logins.get(i).rowsChanged();
            outcomes.add(open.get(i).failure().orElseGet(() -> DeviceOutcomes.of(own, rowsChanged)));
            from = ends.get(i);
        }
        return outcomes;
    }

    private List<Open> open(List<RadiusUser> users) {
        return Together.each(
                users,
                some -> {
                    Map<RadiusUser, List<Session>> open = sessions.openByUser(some);
                    return some.stream()
                            .map(user -> new Open(open.getOrDefault(user, List.of()), Optional.empty()))
                            .toList();
                },
                (user, failed) -> new Open(
                        List.of(),
                        Optional.of(new DeviceOutcome.Unknown("the rows are written; " + failed.getMessage()))));
    }

    /** Those whose sessions follow are recorded so; what rows of others still let in is told once nothing else is left. */
    private List<DeviceOutcome> recorded(List<LoginDelivery> logins, List<DeviceOutcome> followed) {
        List<SubscriberWriter.InSync> inSync = new ArrayList<>();
        for (int i = 0; i < logins.size(); i++) {
            if (followed.get(i) instanceof DeviceOutcome.Applied) {
                RadiusUser user = logins.get(i).user();
                logins.get(i).recorded().ifPresent(tag -> inSync.add(new SubscriberWriter.InSync(user, tag)));
            }
        }
        List<DeviceOutcome> recorded = writer.recordInSync(inSync);
        List<DeviceOutcome> outcomes = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < logins.size(); i++) {
            LoginDelivery login = logins.get(i);
            boolean isApplied = followed.get(i) instanceof DeviceOutcome.Applied;
            if (isApplied && login.recorded().isPresent()) {
                outcomes.add(recorded.get(next++));
            } else if (isApplied && login.left().isPresent()) {
                outcomes.add(login.left().get());
            } else {
                outcomes.add(followed.get(i));
            }
        }
        return outcomes;
    }
}
