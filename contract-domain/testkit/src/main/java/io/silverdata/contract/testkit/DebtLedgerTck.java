package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningProtection;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.spi.DebtLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What {@link DebtLedger} asks of an adapter that knows facts for dunning. Extend it, give an empty ledger to each test, and say
 * with {@link #enter} how facts come into its books. The times at which facts are true may be the ledger's own.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class DebtLedgerTck {
    private static final LocalDate DUE = LocalDate.of(2026, 2, 20);

    private DebtLedger ledger;

    /** For the test of an adapter. */
    protected DebtLedgerTck() {}

    /** A ledger that knows nothing yet. */
    protected abstract DebtLedger ledger();

    /** Brings facts about a contract into the ledger's books. */
    protected abstract void enter(ContractId contract, DunningFacts facts);

    /** Begins with an empty ledger. */
    @BeforeEach
    void setUpLedger() {
        ledger = ledger();
    }

    /** What is owed. */
    @Nested
    class Debt {
        @Test
        void of_an_unknown_contract_is_unknown() {
            assertThat(ledger.debt(contractId(1))).isEmpty();
        }

        @Test
        void is_all_that_is_owed_and_not_only_what_is_overdue() {
            enter(contractId(1), facts("24.90").owing(Money.of("49.80", "USD")));

            assertThat(ledger.debt(contractId(1))).contains(Money.of("49.80", "USD"));
        }

        @Test
        void is_none_where_nothing_is_owed() {
            enter(contractId(1), DunningFacts.nothingOverdue(Money.of("0", "USD"), START));

            assertThat(ledger.debt(contractId(1))).isEmpty();
        }
    }

    /** What dunning needs to know. */
    @Nested
    class Facts {
        @Test
        void about_an_unknown_contract_are_unknown() {
            assertThat(ledger.dunningFacts(contractId(1))).isEmpty();
        }

        @Test
        void come_back_as_they_are() {
            DunningFacts facts = facts("24.90")
                    .owing(Money.of("49.80", "USD"))
                    .extendedTo(DUE.plusDays(5))
                    .unpaid(2)
                    .noticedOn(DUE.plusDays(1))
                    .protectedBy(new DunningProtection.PromiseToPay(DUE.plusDays(2), DUE.plusDays(9)))
                    .protectedBy(new DunningProtection.Exemption(DUE, DUE.plusDays(30), "hospital"));
            enter(contractId(1), facts);

            assertThat(ledger.dunningFacts(contractId(1)))
                    .hasValueSatisfying(found -> assertThat(timeless(found)).isEqualTo(timeless(facts)));
        }

        @Test
        void are_there_where_nothing_is_owed_since_that_is_what_lifts_a_hold() {
            DunningFacts paid = DunningFacts.nothingOverdue(Money.of("0", "USD"), START);
            enter(contractId(1), paid);

            assertThat(ledger.dunningFacts(contractId(1)))
                    .hasValueSatisfying(found -> assertThat(timeless(found)).isEqualTo(timeless(paid)));
        }

        @Test
        void of_many_contracts_are_those_of_each_without_the_unknown() {
            enter(contractId(1), facts("10"));
            enter(contractId(3), facts("30"));

            Map<ContractId, DunningFacts> found =
                    ledger.dunningFacts(List.of(contractId(1), contractId(2), contractId(3)));

            assertThat(found.keySet()).containsExactlyInAnyOrder(contractId(1), contractId(3));
            assertThat(found)
                    .hasEntrySatisfying(
                            contractId(3), facts -> assertThat(facts.overdue()).isEqualTo(Money.of("30", "USD")));
        }

        @Test
        void of_no_contracts_are_none() {
            assertThat(ledger.dunningFacts(List.of())).isEmpty();
        }
    }

    private static DunningFacts facts(String overdue) {
        return DunningFacts.overdue(Money.of(overdue, "USD"), DUE, START);
    }

    private static DunningFacts timeless(DunningFacts facts) {
        return new DunningFacts(
                facts.overdue(),
                facts.owed(),
                facts.dueOn(),
                facts.extendedTo(),
                facts.unpaid(),
                facts.lastNotice(),
                facts.protections(),
                START);
    }
}
