package io.silverdata.contract.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.silverdata.contract.spi.ConflictException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a kit expects of someone who was too late. */
final class Conflicts {
    private Conflicts() {}

    static void assertConflict(ConflictException.Kind kind, ThrowingCallable write) {
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(write)
                .extracting(ConflictException::kind)
                .isEqualTo(kind);
    }
}
