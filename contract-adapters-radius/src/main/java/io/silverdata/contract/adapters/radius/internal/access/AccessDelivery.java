package io.silverdata.contract.adapters.radius.internal.access;

import io.silverdata.contract.adapters.radius.internal.LoginNames;
import io.silverdata.contract.adapters.radius.internal.session.SessionTable;
import io.silverdata.contract.adapters.radius.internal.session.SessionUpdater;
import io.silverdata.contract.adapters.radius.internal.subscriber.HoldGroups;
import io.silverdata.contract.adapters.radius.internal.subscriber.SubscriberWriter;
import io.silverdata.contract.adapters.radius.internal.subscriber.WriteFailure;
import io.silverdata.contract.adapters.radius.internal.subscriber.WriteResult;
import io.silverdata.contract.adapters.radius.session.ChangeFallback;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Brings logins to their desired state: the rows of all of them first, so that a session that is closed comes back under the new
 * rows; then their sessions, at all NASes side by side.
 */
public final class AccessDelivery {
    private final SubscriberWriter writer;
    private final HoldGroups holds;
    private final SessionDelivery sessions;
    private final SessionUpdater updater;
    private final ChangeFallback fallback;

    public AccessDelivery(
            SubscriberWriter writer,
            HoldGroups holds,
            SessionTable sessions,
            SessionUpdater updater,
            ChangeFallback fallback) {
        this.writer = writer;
        this.holds = holds;
        this.sessions = new SessionDelivery(sessions, writer);
        this.updater = updater;
        this.fallback = fallback;
    }

    /**
     * As {@code AccessProvisioner.carryOut}. Orders for one login, or for logins that a database may take for one, are carried
     * out one after the other, each to its end.
     */
    public List<DeviceOutcome> carryOut(List<AccessOrder> orders) {
        SessionUpdater.Call call = updater.call();
        Map<Integer, DeviceOutcome> outcomes = new HashMap<>();
        for (List<Integer> round : rounds(orders)) {
            List<WriteResult> written =
                    writer.write(round.stream().map(orders::get).toList());
            List<LoginDelivery> deliveries = new ArrayList<>();
            for (int i = 0; i < round.size(); i++) {
                deliveries.add(LoginDelivery.of(orders.get(round.get(i)), written.get(i), holds, fallback));
            }
            List<DeviceOutcome> ended = sessions.deliver(deliveries, call);
            for (int i = 0; i < round.size(); i++) {
                outcomes.put(round.get(i), ended.get(i));
            }
        }
        return IntStream.range(0, orders.size())
                .mapToObj(i -> Objects.requireNonNull(outcomes.get(i)))
                .toList();
    }

    /** Gives the login another password. Its sessions go on: they are not asked for it again. */
    public DeviceOutcome rotatePassword(RadiusUser user) {
        return written(() -> writer.rotatePassword(user)
                .<DeviceOutcome>map(refused -> refused)
                .orElseGet(DeviceOutcome.Applied::new));
    }

    /** Removes a login that no host made by this library, with all of its rows and sessions. */
    public DeviceOutcome removeForeign(RadiusUser user) {
        return written(() -> {
            AccessOrder order = new AccessOrder.Remove(user);
            LoginDelivery delivery = LoginDelivery.of(order, writer.removeForeign(user), holds, fallback);
            return sessions.deliver(List.of(delivery), updater.call()).get(0);
        });
    }

    private static DeviceOutcome written(Supplier<DeviceOutcome> work) {
        try {
            return work.get();
        } catch (RuntimeException failed) {
            return WriteFailure.outcome(failed);
        }
    }

    /** The places of the orders: in the first round the first for each login, in the second round the second, and so on. */
    private static List<List<Integer>> rounds(List<AccessOrder> orders) {
        List<List<Integer>> rounds = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            String login = LoginNames.folded(orders.get(i).user().value());
            int round = times.merge(login, 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(i);
        }
        return rounds;
    }
}
