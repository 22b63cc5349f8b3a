package io.silverdata.contract.spi;

import io.silverdata.contract.model.NetworkTarget;
import java.util.Objects;

/**
 * How a lease ends.
 *
 * @param lease which
 * @param access what is left to do about the RADIUS side
 * @param line what is left to do about the OLT side
 */
public record WorkSettlement(WorkLease lease, TargetWork access, TargetWork line) {

    public WorkSettlement {
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(line, "line");
    }

    /** Nothing is left to do: the row goes away. */
    public static WorkSettlement completed(WorkLease lease) {
        return new WorkSettlement(lease, TargetWork.NONE, TargetWork.NONE);
    }

    /** What was to be done is left as it was: any worker may lease the row at once. */
    public static WorkSettlement released(WorkLease lease) {
        return new WorkSettlement(lease, lease.access(), lease.line());
    }

    /** What is left to do about a target. */
    public TargetWork of(NetworkTarget target) {
        return switch (target) {
            case ACCESS -> access;
            case LINE -> line;
        };
    }
}
