package io.silverdata.contract.internal.command;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.spi.EquipmentInventory;
import io.silverdata.contract.spi.PlanCatalog;
import io.vavr.control.Either;
import java.util.Optional;

/** What the host knows, or the rejection that says it does not. */
public record HostPorts(
        CustomerDirectory customers, PlanCatalog plans, EquipmentInventory equipment, DebtLedger debts) {

    /** The plan as the catalogue has it now. */
    public Either<Rejection, PlanSnapshot> plan(PlanId plan) {
        return plans.find(plan)
                .<Either<Rejection, PlanSnapshot>>map(Either::right)
                .orElseGet(() -> Either.left(new Rejection.UnknownPlan(plan)));
    }

    Either<Rejection, CustomerId> customer(CustomerId customer) {
        return customers.isKnown(customer)
                ? Either.right(customer)
                : Either.left(new Rejection.UnknownCustomer(customer));
    }

    Either<Rejection, OnuSerial> onu(OnuSerial onu) {
        return equipment
                .objection(onu)
                .<Either<Rejection, OnuSerial>>map(why -> Either.left(new Rejection.EquipmentUnavailable(onu, why)))
                .orElseGet(() -> Either.right(onu));
    }

    Optional<Money> debt(ContractId contract) {
        return debts.debt(contract);
    }
}
