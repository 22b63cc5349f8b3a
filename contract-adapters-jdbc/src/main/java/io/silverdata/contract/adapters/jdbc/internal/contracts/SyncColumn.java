package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ProvisioningState;

/** How far the two targets are, as the column {@code sync} holds it: a letter for RADIUS, and one for the OLT. */
public final class SyncColumn {
    private SyncColumn() {}

    /** The value for a contract. */
    public static String of(Contract contract) {
        return of(
                contract.provisioning().access().summary(),
                contract.provisioning().line().summary());
    }

    /** The value for two states. */
    public static String of(ProvisioningState.Summary access, ProvisioningState.Summary line) {
        return String.valueOf(letter(access)) + letter(line);
    }

    /** The state that a letter stands for. */
    public static ProvisioningState.Summary state(char letter) {
        for (ProvisioningState.Summary state : ProvisioningState.Summary.values()) {
            if (letter(state) == letter) {
                return state;
            }
        }
        throw new IllegalArgumentException("sync has letters of N, P, U, I, F and D, was " + letter);
    }

    private static char letter(ProvisioningState.Summary state) {
        return switch (state) {
            case NOT_REQUIRED -> 'N';
            case PENDING -> 'P';
            case UNVERIFIED -> 'U';
            case IN_SYNC -> 'I';
            case FAILED -> 'F';
            case DRIFTED -> 'D';
        };
    }
}
