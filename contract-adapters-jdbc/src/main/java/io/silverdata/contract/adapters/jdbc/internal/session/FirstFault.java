package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.StorageException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the fault that ended a unit of work. Even if the caller catches it, the rest must not be kept: what was written
 * so far may be a half.
 */
final class FirstFault {
    private @Nullable RuntimeException fault;

    /** Runs a part of the unit of work, and says what its fault means. */
    <T> T watch(Supplier<T> part) {
        try {
            return part.get();
        } catch (JdbiException failed) {
            throw remembered(translated(failed));
        } catch (ConflictException conflict) {
            throw remembered(conflict);
        } catch (StorageException failed) {
            // a row that cannot be read harms nothing but itself
            throw failed.getCause() instanceof SQLException ? remembered(failed) : failed;
        }
    }

    void rethrow() {
        if (fault != null) {
            throw fault;
        }
    }

    private RuntimeException remembered(RuntimeException thrown) {
        if (fault == null) {
            fault = thrown;
        }
        return thrown;
    }

    private static RuntimeException translated(JdbiException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Faults.isDuplicate(sql)
                        ? new ConflictException(
                                ConflictException.Kind.SERIALIZATION, "another transaction was faster", sql)
                        : Faults.of(sql, "a statement");
            }
        }
        return failed;
    }
}
