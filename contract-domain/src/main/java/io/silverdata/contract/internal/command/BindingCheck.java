package io.silverdata.contract.internal.command;

import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.spi.LineProvisioner;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks the OLTs of a contract whether they can bind its add-ons to its line, before an order is accepted; those that are yet to start, too. No
 * device is asked. Thread-safe.
 */
public final class BindingCheck {
    private final LineProvisioner lines;

    /** A check that asks an adapter. */
    public BindingCheck(LineProvisioner lines) {
        this.lines = lines;
    }

    /** The objection to what an order would bind where, or beside what, it was not bound before. */
    Optional<Rejection> objection(Optional<Contract> before, Contract after) {
        if (after.addOns().isEmpty()) {
            return Optional.empty();
        }
        NavigableSet<OltId> olts = olts(after);
        before.filter(known -> isBoundAlike(known, after))
                .map(BindingCheck::olts)
                .ifPresent(olts::removeAll);
        return olts.stream().flatMap(olt -> objection(olt, after).stream()).findFirst();
    }

    private static boolean isBoundAlike(Contract before, Contract after) {
        return before.addOns().containsAll(after.addOns())
                && before.plan().lineProfile().equals(after.plan().lineProfile());
    }

    /** The objection of an OLT to the add-ons of a contract: to the first that it cannot bind beside those before it. */
    public Optional<Rejection> objection(OltId olt, Contract contract) {
        ProfileName profile = contract.plan().lineProfile();
        List<ProfileName> bound = new ArrayList<>();
        for (AgreedAddOn agreed : contract.addOns()) {
            Optional<ProfileName> binding =
                    agreed.addOn().binding().filter(name -> !name.equals(profile) && !bound.contains(name));
            binding.ifPresent(bound::add);
            Optional<Rejection> objection =
                    binding.flatMap(name -> lines.bindingObjection(olt, profile, List.copyOf(bound))
                            .map(why -> new Rejection.BindingUnsupported(olt, agreed.id(), name, why)));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static NavigableSet<OltId> olts(Contract contract) {
        NavigableSet<OltId> olts = new TreeSet<>();
        Stream.of(
                        contract.line().map(Line::ports),
                        contract.movingTo(),
                        contract.reservation().map(Reservation::ports))
                .flatMap(Optional::stream)
                .map(PortAssignment::ponPort)
                .forEach(port -> olts.add(port.olt()));
        return olts;
    }
}
