package io.silverdata.contract.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spring.host.Desk;
import io.silverdata.contract.spring.host.Host;
import io.silverdata.contract.spring.web.RejectedException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way to join the transactions of an application: none but the starter's own wiring. */
abstract class TransactionCases {
    private Host host;
    private Desk desk;
    private ContractId contract;

    /** The URL of an empty database. */
    abstract String url();

    @BeforeEach
    void start() {
        host = Host.on(url(), "contract.worker.enabled=false");
        desk = host.bean(Desk.class);
        contract = desk.signUp(1);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void a_command_is_lost_with_the_transaction_that_throws_after_it() {
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.suspendAndFail(contract))
                .withMessage("the desk fails");

        assertThat(status()).isEqualTo(Status.ACTIVE);
        assertThat(desk.notes()).isZero();
    }

    @Test
    void a_command_is_kept_with_the_transaction_that_ends_well() {
        desk.suspend(contract);

        assertThat(status()).isEqualTo(Status.SUSPENDED);
        assertThat(desk.notes()).isEqualTo(1);
    }

    @Test
    void a_second_command_that_is_refused_and_thrown_takes_the_first_with_it() {
        assertThatThrownBy(() -> desk.suspendTwice(contract)).isInstanceOf(RejectedException.class);

        assertThat(status()).isEqualTo(Status.ACTIVE);
        assertThat(desk.notes()).isZero();
    }

    @Test
    void a_second_command_that_is_refused_and_not_thrown_keeps_the_first() {
        assertThat(desk.suspendAndTryAgain(contract)).isFalse();

        assertThat(status()).isEqualTo(Status.SUSPENDED);
    }

    @Test
    void nothing_is_delivered_inside_of_a_transaction() {
        assertThatThrownBy(() -> desk.deliverInside()).isInstanceOf(IllegalStateException.class);

        assertThat(host.bean(Contracts.class).worker().health().queue().leased())
                .isZero();
    }

    @Test
    void a_bulk_inside_of_a_transaction_tells_nobody_that_it_was_done() {
        assertThatThrownBy(() -> desk.bulkInside()).isInstanceOf(IllegalStateException.class);

        assertThat(desk.notes()).isZero();
        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_command_in_a_transaction_of_another_database_is_refused() {
        TransactionTemplate other = new TransactionTemplate(new DataSourceTransactionManager(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")));

        assertThatThrownBy(() -> other.executeWithoutResult(status -> host.bean(Contracts.class)
                        .suspend(contract, Suspension.of(SuspensionReason.NON_PAYMENT), Desk.STAFF)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void a_transaction_of_its_own_inside_another_is_kept_where_the_outer_one_fails() {
        TransactionTemplate outer = new TransactionTemplate(host.bean(PlatformTransactionManager.class));
        TransactionTemplate inner = new TransactionTemplate(host.bean(PlatformTransactionManager.class));
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThatIllegalStateException()
                .isThrownBy(() -> outer.executeWithoutResult(status -> {
                    inner.executeWithoutResult(mine -> desk.suspend(contract));
                    throw new IllegalStateException("the outer one fails");
                }));

        assertThat(status()).isEqualTo(Status.SUSPENDED);
        assertThat(desk.notes()).isEqualTo(1);
    }

    @Test
    void an_audit_inside_of_a_transaction_is_refused() {
        TransactionTemplate transaction = new TransactionTemplate(host.bean(PlatformTransactionManager.class));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> host.bean(Contracts.class)
                        .runs()
                        .audit(Selection.all(), Desk.STAFF)
                        .begin()
                        .advance(10, item -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    private Status status() {
        return host.bean(Contracts.class).find(contract).orElseThrow().status();
    }
}
