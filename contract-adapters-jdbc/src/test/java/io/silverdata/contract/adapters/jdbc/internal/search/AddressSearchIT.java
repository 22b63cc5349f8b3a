package io.silverdata.contract.adapters.jdbc.internal.search;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.testing.Database;
import io.silverdata.contract.adapters.jdbc.testing.Shop;
import io.silverdata.contract.adapters.jdbc.testing.Wiretap;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL finds a rare part of an address by the index of letters, and a frequent one in the order of the page. */
class AddressSearchIT {
    private static final String SAMPLE = ") sample WHERE ";
    private static final String INDEX = "address_grams @>";

    private Wiretap wiretap;
    private Contracts contracts;

    @BeforeEach
    void town() {
        Database.POSTGRESQL.empty();
        wiretap = new Wiretap(Database.POSTGRESQL.dataSource());
        JdbcStorage storage =
                JdbcStorage.builder().dataSource(wiretap.dataSource()).build();
        contracts = Shop.wired(storage, new SettableClock(START)).build();
        for (int n = 1; n <= 20; n++) {
            draft(n, "Calle Larga " + n);
        }
        draft(21, "Pasaje del Roble 1");
    }

    @Test
    void a_frequent_part_is_looked_for_in_the_order_of_the_page() {
        List<String> messages = search(query().build(), 5);

        assertThat(messages).anyMatch(message -> message.contains(SAMPLE));
        assertThat(messages).noneMatch(message -> message.contains(INDEX));
    }

    @Test
    void a_rare_part_is_looked_for_by_the_index() {
        List<String> messages =
                search(ContractQuery.builder().addressContaining("Roble").build(), 1);

        assertThat(messages).anyMatch(message -> message.contains(SAMPLE));
        assertThat(messages).anyMatch(message -> message.contains(INDEX));
    }

    @Test
    void no_sample_is_taken_beside_a_condition_that_leaves_few() {
        List<String> messages = search(query().customer(customer(7)).build(), 1);

        assertThat(messages).noneMatch(message -> message.contains(SAMPLE));
    }

    private static ContractQuery.Builder query() {
        return ContractQuery.builder().addressContaining("larga");
    }

    private List<String> search(ContractQuery query, int found) {
        wiretap.forget();
        assertThat(contracts.search(query, Page.first(5)).items()).hasSize(found);
        return wiretap.messages();
    }

    private void draft(int n, String address) {
        contracts
                .draft(
                        NewContract.of(
                                customer(n),
                                ContractFixtures.plan().id(),
                                new ServiceAddress(address, ContractFixtures.position(1))),
                        CommandContext.by("ana", Trigger.ADMIN))
                .get();
    }
}
