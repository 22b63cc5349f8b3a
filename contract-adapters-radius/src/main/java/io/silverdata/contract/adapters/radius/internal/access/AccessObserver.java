package io.silverdata.contract.adapters.radius.internal.access;

import io.silverdata.contract.adapters.radius.internal.session.SessionTable;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
import io.silverdata.contract.adapters.radius.internal.subscriber.SubscriberRows;
import io.silverdata.contract.adapters.radius.internal.subscriber.SubscriberStore;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what the tables say with what they should. Changes nothing; what cannot be read is never absent. */
public final class AccessObserver {
    private static final int MAX_DETAIL = 512;

    private final SubscriberStore store;
    private final SessionTable sessions;

    public AccessObserver(SubscriberStore store, SessionTable sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /** As {@code AccessProvisioner.readBack}: as many statements for each thousand as {@link #observeAll} takes, twice. */
    public List<Observation> readBack(List<AccessOrder> orders) {
        Iterator<Observation> ensured = observeAll(orders.stream()
                        .filter(AccessOrder.Ensure.class::isInstance)
                        .map(order -> ((AccessOrder.Ensure) order).service())
                        .toList())
                .iterator();
        Iterator<Observation> removed = observeRemoved(orders.stream()
                        .filter(AccessOrder.Remove.class::isInstance)
                        .map(AccessOrder::user)
                        .toList())
                .iterator();
        return orders.stream()
                .map(order -> (order instanceof AccessOrder.Ensure ? ensured : removed).next())
                .toList();
    }

    /**
     * As {@code AccessProvisioner.observeAll}: one statement for each table and each thousand of logins, and one for each
     * group.
     */
    public List<Observation> observeAll(List<AccessService> services) {
        return inParts(services, this::compare);
    }

    private List<Observation> observeRemoved(List<RadiusUser> users) {
        return inParts(users, this::removed);
    }

    private static <T> List<Observation> inParts(List<T> all, Function<List<T>, List<Observation>> observe) {
        List<Observation> observations = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += SubscriberStore.MAX_AT_ONCE) {
            List<T> some = all.subList(from, Math.min(from + SubscriberStore.MAX_AT_ONCE, all.size()));
            try {
                observations.addAll(observe.apply(some));
            } catch (DatabaseException failed) {
                some.forEach(one -> observations.add(new Observation.Unreadable(failed.detail())));
            }
        }
        return observations;
    }

    private List<Observation> removed(List<RadiusUser> users) {
        List<RadiusUser> once = users.stream().distinct().toList();
        Map<RadiusUser, SubscriberRows> rows = store.read(once);
        Set<RadiusUser> letIn = store.letInByOthers(rows.values());
        Map<RadiusUser, List<Session>> open = sessions.openByUser(once);
        return users.stream()
                .map(user -> removed(
                        Objects.requireNonNull(rows.get(user)),
                        letIn.contains(user),
                        open.getOrDefault(user, List.of())))
                .toList();
    }

    private Observation removed(SubscriberRows rows, boolean isLetIn, List<Session> open) {
        if (store.isOfAnotherOwner(rows) || rows.areOfAnotherSpelling()) {
            // this host's login is gone, and another host has made it anew, or a login that the database takes for the
            // same is there
            return new Observation.InSync();
        }
        if (rows.isPresent()) {
            return drifted(Drift.Kind.EXTRA, "login " + rows.user());
        }
        if (isLetIn) {
            return drifted(
                    Drift.Kind.EXTRA, "login " + rows.user() + " of others: " + String.join(", ", rows.foreign()));
        }
        return open(open).map(sessions -> drifted(Drift.Kind.EXTRA, sessions)).orElseGet(Observation.InSync::new);
    }

    /** As {@code AccessProvisioner.logins}. */
    public Reading<LoginPage> logins(Optional<String> after, int max) {
        requirePositive(max);
        try {
            List<String> names = store.logins(after.orElse(""), max);
            List<RadiusUser> logins = names.stream()
                    .flatMap(name -> RadiusUser.parse(name).toJavaStream())
                    .toList();
            return new Reading.Complete<>(new LoginPage(logins, next(names, max)));
        } catch (DatabaseException failed) {
            return new Reading.Unreadable<>(failed.detail());
        }
    }

    /** As {@code AccessProvisioner.foreignLogins}. */
    public Reading<ForeignLogins> foreignLogins(Optional<String> after, int max) {
        requirePositive(max);
        try {
            List<String> names = store.foreignLogins(after.orElse(""), max);
            return new Reading.Complete<>(new ForeignLogins(names, next(names, max)));
        } catch (DatabaseException failed) {
            return new Reading.Unreadable<>(failed.detail());
        }
    }

    private static void requirePositive(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, was " + max);
        }
    }

    private static Optional<String> next(List<String> names, int max) {
        return names.size() < max ? Optional.empty() : Optional.of(names.get(names.size() - 1));
    }

    private List<Observation> compare(List<AccessService> services) {
        List<RadiusUser> users =
                services.stream().map(AccessService::user).distinct().toList();
        Map<RadiusUser, SubscriberRows> found = store.read(users);
        List<SubscriberRows> rows = services.stream()
                .map(service -> Objects.requireNonNull(found.get(service.user())))
                .toList();
        List<List<String>> differences = store.differences(rows, services);
        Map<RadiusUser, List<Session>> open = openThoughCut(services);
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            observations.add(observation(services.get(i), rows.get(i), differences.get(i), open));
        }
        return observations;
    }

    private static Observation observation(
            AccessService service, SubscriberRows rows, List<String> differences, Map<RadiusUser, List<Session>> open) {
        if (!rows.isPresent()) {
            String others = rows.isEmpty() ? "" : "; rows of others: " + String.join(", ", rows.foreign());
            return drifted(Drift.Kind.MISSING, "no login " + service.user() + others);
        }
        List<String> all = new ArrayList<>(differences);
        if (!service.enforcement().allowsLogin()) {
            open(open.getOrDefault(service.user(), List.of())).ifPresent(all::add);
        }
        return all.isEmpty() ? new Observation.InSync() : drifted(Drift.Kind.DIFFERENT, String.join("; ", all));
    }

    private Map<RadiusUser, List<Session>> openThoughCut(List<AccessService> services) {
        List<RadiusUser> cut = services.stream()
                .filter(service -> !service.enforcement().allowsLogin())
                .map(AccessService::user)
                .distinct()
                .toList();
        return sessions.openByUser(cut);
    }

    private static Optional<String> open(List<Session> open) {
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(open.size() + " open: "
                        + open.stream().map(Session::toString).collect(Collectors.joining(", ")));
    }

    private static Observation drifted(Drift.Kind kind, String detail) {
        String shown = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL - 3) + "...";
        return new Observation.Drifted(new Drift(kind, shown));
    }
}
