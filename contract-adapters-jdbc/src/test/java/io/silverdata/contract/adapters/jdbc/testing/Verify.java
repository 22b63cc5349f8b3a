package io.silverdata.contract.adapters.jdbc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.verification.ContractRange;
import io.silverdata.contract.adapters.jdbc.verification.Difference;
import io.silverdata.contract.adapters.jdbc.verification.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks a storage whether everything in it agrees with the events. */
public final class Verify {
    private Verify() {}

    /** Fails if anything is half. */
    public static Verification nothingIsHalf(JdbcStorage storage, Instant now) {
        List<Difference> differences = new ArrayList<>();
        Verification verification = storage.verify(ContractRange.all(), now, differences::add);
        assertThat(differences).isEmpty();
        return verification;
    }
}
