package io.silverdata.contract.model;

import static io.silverdata.contract.model.Status.ACTIVE;
import static io.silverdata.contract.model.Status.CANCELLED;
import static io.silverdata.contract.model.Status.DRAFT;
import static io.silverdata.contract.model.Status.SUSPENDED;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The one table that says which command fits which status. {@code docs/lifecycle.md} shows it; a test compares. */
final class Lifecycle {
    private static final Set<Status> BEFORE = EnumSet.of(DRAFT);
    private static final Set<Status> LIVE = EnumSet.of(ACTIVE, SUSPENDED);
    private static final Set<Status> UNTIL_THE_END = EnumSet.of(DRAFT, ACTIVE, SUSPENDED);
    private static final Set<Status> ANY = EnumSet.allOf(Status.class);
    private static final Set<Status> AFTER = EnumSet.of(CANCELLED);
    // What devices answer late is recorded on an ended contract too, and never revives it.
    private static final Set<Status> NETWORK = EnumSet.of(ACTIVE, SUSPENDED, CANCELLED);

    private Lifecycle() {}

    static boolean allows(Status status, CommandKind command) {
        return statusesFor(command).contains(status);
    }

    static Set<Status> allowed(CommandKind command) {
        return Collections.unmodifiableSet(statusesFor(command));
    }

    private static Set<Status> statusesFor(CommandKind command) {
        return switch (command) {
            case ASSESS, RESERVE, RENEW_RESERVATION, RELEASE_RESERVATION, EXPIRE_RESERVATION, ACTIVATE -> BEFORE;
            case SUSPEND,
                    CHANGE_ENFORCEMENT,
                    LIFT_HOLD,
                    MOVE_PORTS,
                    CHANGE_BILLING_DAY,
                    CORRECT_ADDRESS,
                    CORRECT_NUMBER,
                    CHANGE_ACCESS_SETTINGS,
                    ADD_ADD_ON,
                    START_ADD_ON,
                    CHANGE_ADD_ON_END,
                    REMOVE_ADD_ON,
                    AGREE_PRICE,
                    GRANT_DISCOUNT,
                    END_DISCOUNT,
                    SCHEDULE,
                    UNDO_SCHEDULED,
                    APPLY_SCHEDULED,
                    CANCEL -> UNTIL_THE_END;
            case CHANGE_PLAN,
                    RELOCATE,
                    CORRECT_OUTPUT,
                    TRANSFER_OWNERSHIP,
                    SWAP_ONU,
                    PREPARE_MOVE,
                    WITHDRAW_MOVE,
                    RENAME_LOGIN,
                    AGREE_TERM,
                    TAKE_DUNNING_STEP,
                    CLOSE_DUNNING -> LIVE;
            // Not of the contract's life: a returned router is noted after the end.
            case CHANGE_ATTRIBUTES -> ANY;
            case ERASE_PERSONAL_DATA -> AFTER;
            case CONFIRM_PROVISIONING, FAIL_PROVISIONING, RETRY_PROVISIONING, REPORT_DRIFT, WRITE_OFF_LINES -> NETWORK;
        };
    }
}
