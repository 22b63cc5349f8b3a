package io.silverdata.contract;

import static io.silverdata.contract.Operator.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import org.junit.jupiter.api.Test;

class AssessTest {
    private final Operator operator = Operator.small();

    @Test
    void a_splitter_that_the_plant_does_not_have_is_a_rejection() {
        ContractId draft = operator.contracts
                .draft(Operator.terms(), STAFF)
                .get()
                .contract()
                .id();

        assertThat(operator.contracts
                        .assess(draft, new SplitterId("NAP-99"), STAFF)
                        .getLeft())
                .isEqualTo(new Rejection.InvalidValue("splitter", "NAP-99", "a splitter of the plant"));
        assertThat(operator.contracts.assess(draft, Operator.FAR, STAFF).isRight())
                .isTrue();
    }
}
