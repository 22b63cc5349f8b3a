package io.silverdata.contract.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.spring.host.Desk;
import io.silverdata.contract.spring.host.Host;
import io.silverdata.contract.spring.web.RejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    private Status status() {
        return host.bean(Contracts.class).find(contract).orElseThrow().status();
    }
}
