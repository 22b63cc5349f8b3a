package io.silverdata.contract.command;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.ServiceAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * What is agreed when a contract is drafted. Immutable.
 *
 * @param customer the holder; the host must know the customer
 * @param plan must be in the catalogue
 * @param address where the service goes
 * @param billingDay day of the month on which billing periods begin, 1 to 31, the last day in shorter months; 1 unless said otherwise
 * @param number for people; made up if empty
 * @param predecessor the cancelled contract that this one wins back, if any
 * @param termMonths the minimum term, 0 (none) to 120 months; the plan's if empty
 * @param takenOver whether another system served it before; reports leave it out of the time to provision
 */
public record NewContract(
        CustomerId customer,
        PlanId plan,
        ServiceAddress address,
        int billingDay,
        Optional<ContractNumber> number,
        Optional<ContractId> predecessor,
        Optional<Integer> termMonths,
        boolean takenOver) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the billing day is not 1 to 31, or the term not 0 to 120 months
     */
    public NewContract {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(address, "address");
        if (billingDay < 1 || billingDay > 31) {
            throw new IllegalArgumentException("billingDay must be 1 to 31, was " + billingDay);
        }
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(predecessor, "predecessor");
        termMonths.ifPresent(months -> {
            if (months < 0 || months > 120) {
                throw new IllegalArgumentException("termMonths must be 0 to 120, was " + months);
            }
        });
    }

    /** An agreement billed from the first of the month, with a number made up. */
    public static NewContract of(CustomerId customer, PlanId plan, ServiceAddress address) {
        return new NewContract(customer, plan, address, 1, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** The same with a number of the host's. */
    public NewContract numbered(ContractNumber other) {
        return new NewContract(
                customer, plan, address, billingDay, Optional.of(other), predecessor, termMonths, takenOver);
    }

    /** The same billed from another day of the month. */
    public NewContract billedOn(int day) {
        return new NewContract(customer, plan, address, day, number, predecessor, termMonths, takenOver);
    }

    /** The same, with the cancelled contract that it wins back. */
    public NewContract winningBack(ContractId cancelled) {
        return new NewContract(
                customer, plan, address, billingDay, number, Optional.of(cancelled), termMonths, takenOver);
    }

    /** The same with a minimum term of its own, from the activation on; 0 for none. */
    public NewContract committedFor(int months) {
        return new NewContract(
                customer, plan, address, billingDay, number, predecessor, Optional.of(months), takenOver);
    }

    /** The same, taken over from another system that served it before. */
    public NewContract servedBefore() {
        return new NewContract(customer, plan, address, billingDay, number, predecessor, termMonths, true);
    }
}
