package io.silverdata.contract.spi;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import java.util.List;
import java.util.Optional;

/**
 * The RADIUS side of the network. Every operation may be repeated at will and must then come to the same.
 *
 * <p>Operations block the calling thread, each for a time that the adapter bounds. They must never be called inside a unit
 * of work. Failures of the network are outcomes; an exception means a defect of the adapter and counts as {@link
 * DeviceOutcome.Unknown}. Implementations must be safe for use by any number of threads.
 */
public interface AccessProvisioner {

    /**
     * Makes RADIUS treat the subscriber as stated, and open sessions follow: rows first, then each session changed or
     * closed.
     */
    DeviceOutcome ensure(AccessService service);

    /** Makes sure that there is no such login and no session of it. That there is none already is {@code Applied}. */
    DeviceOutcome remove(RadiusUser user);

    /** Compares what RADIUS knows with what it should. */
    Observation observe(AccessService service);

    /** Finds out whether a login that should be gone is gone. */
    Observation observeRemoved(RadiusUser user);

    /**
     * Carries out many orders. An adapter that can tell RADIUS and the NASes many things at once should: on the day of the cut there are
     * ten thousand. Each order ends as it would alone, one that fails leaves the others alone, and orders for one login are carried out
     * in their order. As it is, they are carried out one after the other.
     *
     * @param orders at most 1000
     * @return one outcome for each, in their order
     */
    default List<DeviceOutcome> carryOut(List<AccessOrder> orders) {
        return orders.stream().map(this::carryOut).toList();
    }

    private DeviceOutcome carryOut(AccessOrder order) {
        try {
            if (order instanceof AccessOrder.Ensure ensure) {
                return ensure(ensure.service());
            }
            return remove(order.user());
        } catch (RuntimeException defect) {
            return new DeviceOutcome.Unknown("the adapter threw " + defect);
        }
    }

    /**
     * Finds out for many orders whether they were carried out. As it is, they are observed one after the other.
     *
     * @param orders at most 1000
     * @return one observation for each, in their order
     */
    default List<Observation> readBack(List<AccessOrder> orders) {
        return orders.stream()
                .map(order -> order instanceof AccessOrder.Ensure ensure
                        ? observe(ensure.service())
                        : observeRemoved(order.user()))
                .toList();
    }

    /**
     * Compares many at once. An adapter that can read them in few requests should: a nightly audit asks for every subscriber.
     *
     * @param services at most 1000
     * @return one observation for each, in their order
     */
    default List<Observation> observeAll(List<AccessService> services) {
        return services.stream().map(this::observe).toList();
    }

    /**
     * The logins that were made by this library and not removed, page by page, each once. What changes while somebody reads on
     * may be left out or not.
     *
     * @param after {@link LoginPage#next} of the page before; empty for the first page
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    Reading<LoginPage> logins(Optional<String> after, int max);

    /**
     * The logins that let somebody in and that no host made by this library, page by page, each once. They are reported, and
     * never removed by {@link #remove}. Default: none, for an adapter that cannot tell them from its own.
     *
     * @param after {@link ForeignLogins#next} of the page before; empty for the first page
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    default Reading<ForeignLogins> foreignLogins(Optional<String> after, int max) {
        return new Reading.Complete<>(new ForeignLogins(List.of(), Optional.empty()));
    }

    /** How this adapter gets on with each device, without asking any; in the order of their names. */
    default List<DeviceState> devices() {
        return List.of();
    }
}
