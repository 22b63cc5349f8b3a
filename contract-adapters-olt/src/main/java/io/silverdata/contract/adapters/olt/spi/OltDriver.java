package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Configures and reads OLTs of one make. One instance serves one OLT.
 *
 * <p>A driver translates, nothing else. The gateway calls an operation only if {@link #capabilities} allow it; finds the ONU
 * by its serial number before every write, so that a repeated order is no write at all; lets one writer at a time through;
 * reads back after every write; and undoes what came before a step that failed. So a driver does not read back, does not
 * retry a set, does not lock and does not sleep.
 *
 * <p>What a driver must hold to:
 *
 * <ul>
 *   <li>Look up, never compute: a PON port's index from its name, a free ONU id from the ids that are taken, the index of a
 *       service from the OLT.
 *   <li>{@link #register} is one request.
 *   <li>Nothing in a write depends on having seen what a write before it did: in a dry run it was not done.
 *   <li>Faults of the session pass through. What the driver finds out itself it throws as {@link OltSession#fault}.
 *   <li>Safe for use by several threads: reads run beside each other, and beside a write.
 * </ul>
 *
 * <p>Operations that a driver does not have throw {@link UnsupportedOperationException}, as the defaults do: being called all the
 * same would be a defect of the gateway.
 */
public interface OltDriver {

    /** What this driver can do, and how that is known. Always the same. */
    Capabilities capabilities();

    /** How the tables of this make can be walked. */
    default WalkStyle walkStyle() {
        return WalkStyle.BULK;
    }

    /**
     * Checks whether this make of OLT supports a plan's profiles and services, before any request is sent; and, before a contract gets an
     * add-on, whether it supports the services of the plan together with those that add-ons bind beside them. What it cannot bind to one ONU
     * together must be refused here.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    default void check(OnuProfiles profiles, List<ServiceBinding> services) {}

    /** Whether an OLT is of this make. Reads little. */
    Detection detect(OltSession session, SystemInfo system);

    /** Every PON port, in their order. */
    default List<PonPortId> ponPorts(OltSession session) {
        throw new UnsupportedOperationException("ponPorts");
    }

    /** Every ONU that the OLT sees and that is not registered. */
    default List<DiscoveredOnu> unregistered(OltSession session) {
        throw new UnsupportedOperationException("unregistered");
    }

    /** Finds a registered ONU, wherever on the OLT it is. */
    default Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        throw new UnsupportedOperationException("find");
    }

    /**
     * Finds registered ONUs, wherever on the OLT they are, for orders that are carried out together. As it is, they are found one after the
     * other; the session of this operation walks each table once, so that a driver which finds an ONU by a walk need not override it.
     *
     * @return those that are registered; each as {@link #find} would find it
     */
    default Map<OnuSerial, OnuRef> findAll(OltSession session, Set<OnuSerial> serials) {
        Map<OnuSerial, OnuRef> found = new HashMap<>();
        serials.forEach(serial -> find(session, serial).ifPresent(onu -> found.put(serial, onu)));
        return found;
    }

    /**
     * Registers an ONU that is not registered anywhere on the OLT, with one request. It need not be connected.
     *
     * @return under which id
     * @throws OltFault {@code NOT_FOUND} if the OLT has no such PON port; {@code NO_CAPACITY} if every id there is taken;
     *     {@code INVALID_ARGUMENT} or {@code CONFLICT} if the OLT does not know a profile
     */
    default OnuRef register(OltSession session, RegisterOnu order) {
        throw new UnsupportedOperationException("register");
    }

    /** Gives a registered ONU other profiles. Where unsupported, the gateway removes the ONU and registers it anew. */
    default void changeProfiles(OltSession session, OnuRef onu, OnuProfiles profiles) {
        throw new UnsupportedOperationException("changeProfiles");
    }

    /** Gives a registered ONU a service that it does not have. */
    default void bindService(OltSession session, OnuRef onu, ServiceBinding service) {
        throw new UnsupportedOperationException("bindService");
    }

    /** Takes a service away from a registered ONU that has it. */
    default void unbindService(OltSession session, OnuRef onu, ServiceBinding service) {
        throw new UnsupportedOperationException("unbindService");
    }

    /** Lets a registered ONU work, or not. It stays registered. */
    default void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        throw new UnsupportedOperationException("setEnabled");
    }

    /** Removes a registered ONU, and before it whatever services it has. */
    default void delete(OltSession session, OnuRef onu) {
        throw new UnsupportedOperationException("delete");
    }

    /**
     * Reads how a registered ONU is configured.
     *
     * @return empty if it is not registered any more
     */
    default Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        throw new UnsupportedOperationException("configuration");
    }

    /**
     * Reads how every ONU of the OLT is configured, in one walk of its tables: an audit reads whole OLTs. For makes whose index does
     * not begin with the PON port. What it finds of an ONU is what {@link #configuration} finds.
     *
     * @return empty, the default, where this make is read port by port; the gateway then does
     */
    default Optional<List<OnuConfiguration>> configurations(OltSession session) {
        return Optional.empty();
    }

    /**
     * Reads how every ONU of a PON port is configured, with walks. What it finds of an ONU is what {@link #configuration} finds.
     *
     * @return empty, the default, where this make is read one by one; the gateway then does
     */
    default Optional<List<OnuConfiguration>> configurations(OltSession session, PonPortId port) {
        return Optional.empty();
    }

    /**
     * Reads how a registered ONU is.
     *
     * @param details what to read besides
     * @throws OltFault {@code NOT_FOUND} if it is not registered any more
     */
    default OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        throw new UnsupportedOperationException("state");
    }

    /**
     * Reads how every ONU of a PON port is, with walks rather than one by one.
     *
     * @param details what to read besides
     * @param states is given each as it is read, in the order of their ids
     */
    default void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        throw new UnsupportedOperationException("states");
    }

    /**
     * Reads how a PON port is.
     *
     * @throws OltFault {@code NOT_FOUND} if the OLT has no such port
     */
    default PortState port(OltSession session, PonPortId port) {
        throw new UnsupportedOperationException("port");
    }

    /** Lets a PON port work, or not, and with it every subscriber on it. */
    default void setPortEnabled(OltSession session, PonPortId port, boolean enabled) {
        throw new UnsupportedOperationException("setPortEnabled");
    }

    /** Makes the OLT keep its configuration over a restart. */
    default void save(OltSession session) {
        throw new UnsupportedOperationException("save");
    }
}
