package io.silverdata.contract.adapters.olt.testkit;

import java.io.Serial;

/** A simulated device's no to a set (RFC 3416 section 4.2.5). */
public final class SnmpRefusal extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Status status;
    private final int position;

    /** The errors of SNMPv2. */
    public enum Status {
        /** 5. */
        GEN_ERR(5),
        /** 6. */
        NO_ACCESS(6),
        /** 7. */
        WRONG_TYPE(7),
        /** 8. */
        WRONG_LENGTH(8),
        /** 9. */
        WRONG_ENCODING(9),
        /** 10. */
        WRONG_VALUE(10),
        /** 11. */
        NO_CREATION(11),
        /** 12. */
        INCONSISTENT_VALUE(12),
        /** 13. */
        RESOURCE_UNAVAILABLE(13),
        /** 14. */
        COMMIT_FAILED(14),
        /** 15. */
        UNDO_FAILED(15),
        /** 16. */
        AUTHORIZATION_ERROR(16),
        /** 17. */
        NOT_WRITABLE(17),
        /** 18. */
        INCONSISTENT_NAME(18);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /**
     * A no.
     *
     * @param position of the object it is about, from 1; 0 for whichever the table finds fitting
     */
    public SnmpRefusal(Status status, int position) {
        super(status + " at " + position);
        this.status = status;
        this.position = position;
    }

    /** A no to the row as a whole. */
    public SnmpRefusal(Status status) {
        this(status, 0);
    }

    Status status() {
        return status;
    }

    int position() {
        return position;
    }

    /** The same, about the object at this position, unless it says already which object it is about. */
    public SnmpRefusal orAt(int other) {
        return position == 0 ? new SnmpRefusal(status, other) : this;
    }
}
