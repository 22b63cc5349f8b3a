package io.silverdata.contract.memory;

import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Money;
import org.junit.jupiter.api.Test;

/** What a host would know, in memory. */
class InMemoryHostTest {
    @Test
    void customers_are_known_from_when_they_are_added_until_they_are_removed() {
        InMemoryCustomers customers = new InMemoryCustomers().add(customer(1)).add(customer(2));

        customers.remove(customer(2));

        assertThat(customers.isKnown(customer(1))).isTrue();
        assertThat(customers.isKnown(customer(2))).isFalse();
        assertThat(customers.isKnown(customer(3))).isFalse();
    }

    @Test
    void plans_are_sold_from_when_they_are_put_until_they_are_removed() {
        InMemoryPlans plans = new InMemoryPlans().put(plan()).put(fasterPlan());

        plans.remove(fasterPlan().id());

        assertThat(plans.find(plan().id())).contains(plan());
        assertThat(plans.find(fasterPlan().id())).isEmpty();
    }

    @Test
    void a_debt_is_the_last_that_was_put_down() {
        InMemoryDebts debts = new InMemoryDebts()
                .put(contractId(1), Money.of("10", "USD"))
                .put(contractId(1), Money.of("12.50", "USD"))
                .put(contractId(2), Money.of("1", "USD"));

        debts.remove(contractId(2));

        assertThat(debts.debt(contractId(1))).contains(Money.of("12.50", "USD"));
        assertThat(debts.debt(contractId(2))).isEmpty();
        assertThat(debts.debt(contractId(3))).isEmpty();
    }

    @Test
    void equipment_may_be_given_out_unless_someone_objects() {
        InMemoryEquipment equipment =
                new InMemoryEquipment().put(onu(1), "stolen").put(onu(2), "at the repair shop");

        equipment.remove(onu(2));

        assertThat(equipment.objection(onu(1))).contains("stolen");
        assertThat(equipment.objection(onu(2))).isEmpty();
        assertThat(equipment.objection(onu(3))).isEmpty();
    }
}
