package io.silverdata.contract.spi;

import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProfileName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The OLT side of the network. Every operation may be repeated at will and must then come to the same.
 *
 * <p>Operations block the calling thread, each for a time that the adapter bounds. They must never be called inside a unit
 * of work. Failures of the network are outcomes; an exception means a defect of the adapter and counts as {@link
 * DeviceOutcome.Unknown}. Implementations must be safe for use by any number of threads; of several workers only the one
 * with the OLT's {@link DeviceLease} calls {@link #ensure} and {@link #remove}.
 */
public interface LineProvisioner {

    /** Makes the OLT serve the ONU as stated, at that PON port. An ONU that is served there already is changed. */
    DeviceOutcome ensure(LineService service);

    /**
     * Makes sure that the OLT does not serve the ONU at that PON port. That it does not already is {@code Applied}; an ONU
     * of the same serial at another PON port must stay.
     */
    DeviceOutcome remove(OnuRegistration registration);

    /** Compares what the OLT does with what it should. */
    Observation observe(LineService service);

    /** Finds out whether an ONU that should be gone from a PON port is gone. */
    Observation observeRemoved(OnuRegistration registration);

    /**
     * Carries out many orders on one OLT. Each ends as it would alone, one that fails leaves the others alone, and orders for one ONU are
     * carried out in their order. Once the OLT does not answer, the rest is {@link DeviceOutcome.NotSent}. As it is, they are carried
     * out one after the other.
     *
     * @param olt that all orders are for
     * @param orders at most 1000
     * @return one outcome for each, in their order
     */
    default List<DeviceOutcome> carryOut(OltId olt, List<LineOrder> orders) {
        List<DeviceOutcome> outcomes = new ArrayList<>();
        boolean isSilent = false;
        for (LineOrder order : orders) {
            DeviceOutcome outcome = isSilent
                    ? new DeviceOutcome.NotSent("OLT " + olt + " did not answer to an order before this one")
                    : carryOut(order);
            isSilent =
                    isSilent || outcome instanceof DeviceOutcome.NoAnswer || outcome instanceof DeviceOutcome.NotSent;
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private DeviceOutcome carryOut(LineOrder order) {
        try {
            if (order instanceof LineOrder.Ensure ensure) {
                return ensure(ensure.service());
            }
            return remove(order.registration());
        } catch (RuntimeException defect) {
            return new DeviceOutcome.Unknown("the adapter threw " + defect);
        }
    }

    /**
     * Finds out for many orders on one OLT whether they were carried out. As it is, they are observed one after the other.
     *
     * @param olt that all orders are for
     * @param orders at most 1000
     * @return one observation for each, in their order
     */
    default List<Observation> readBack(OltId olt, List<LineOrder> orders) {
        return orders.stream()
                .map(order -> order instanceof LineOrder.Ensure ensure
                        ? observe(ensure.service())
                        : observeRemoved(order.registration()))
                .toList();
    }

    /**
     * Reads everything that an OLT serves, with few requests: a nightly audit asks for every OLT. Takes memory for as many ONUs
     * as the OLT has.
     */
    Reading<LineInventory> inventory(OltId olt);

    /**
     * Why an OLT would not serve an ONU, as far as the adapter knows without asking: it is of a make that the OLT does not take, for example.
     * Asked before contracts are moved with the plant. As it is, nothing is known.
     */
    default Optional<String> objectionTo(OnuRegistration registration) {
        return Optional.empty();
    }

    /**
     * Why an OLT would not bind these to a line beside its line profile, as far as the adapter knows without asking: its driver binds nothing
     * beside the line profile, or not so many; one of them is not set up there; they contradict each other or the line profile. Asked before
     * an order is accepted, inside the unit of work: must be fast, and ask no device. As it is, nothing can be bound: an adapter that carries
     * out {@link LineService#bindings} says so by overriding this.
     *
     * @param profile the line profile
     * @param bindings as {@link LineService#bindings} would be, at least one
     */
    default Optional<String> bindingObjection(OltId olt, ProfileName profile, List<ProfileName> bindings) {
        return Optional.of("the adapter binds nothing beside the line profile");
    }

    /** How this adapter gets on with each device, without asking any; in the order of their names. */
    default List<DeviceState> devices() {
        return List.of();
    }
}
