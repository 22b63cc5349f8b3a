package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.credential.NoCredentialException;
import io.silverdata.contract.adapters.radius.internal.sql.DatabaseException;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What it means for an order that its rows could not be written. */
public final class WriteFailure {
    private static final Logger LOG = LoggerFactory.getLogger(WriteFailure.class);

    private WriteFailure() {}

    /** The outcome of the order. */
    public static DeviceOutcome outcome(RuntimeException failed) {
        if (failed instanceof DatabaseException of) {
            return outcome(of);
        }
        if (failed instanceof NoCredentialException none) {
            return new DeviceOutcome.NotSent("no password: " + none.detail());
        }
        LOG.warn("an order to RADIUS failed", failed);
        return new DeviceOutcome.Unknown("the adapter threw " + failed);
    }

    private static DeviceOutcome outcome(DatabaseException failed) {
        if (failed.mayBeCommitted()) {
            return new DeviceOutcome.Unknown(failed.detail());
        }
        if (failed.isUnrepresentable()) {
            return new Refused(
                    "LOGIN_NOT_REPRESENTABLE", "outside the character set of the tables; " + failed.detail());
        }
        return failed.isForGood()
                ? new Refused("ROW_REFUSED", failed.detail())
                : new DeviceOutcome.NotSent(failed.detail());
    }
}
