package io.silverdata.contract.adapters.olt.testkit;

import java.io.Serial;
import java.util.OptionalLong;

/**
 * A simulated device's refusal of a set. A set is all or nothing, so nothing of it is carried out. The agent answers with the
 * status and the position (RFC 3416 section 4.2.5), and a driver gets to know both.
 */
public final class SnmpRefusal extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private static final long NO_COLUMN = -1;

    private final Status status;
    private final int position;
    private final long column;

    /** The errors of SNMPv2 (RFC 3416 section 3), with what RFC 3416 section 4.2.5 gives them for. */
    public enum Status {
        /** genErr(5): no reason is given. */
        GEN_ERR(5),
        /** noAccess(6): the object is not in this user's view. */
        NO_ACCESS(6),
        /** wrongType(7): the value is of another type. */
        WRONG_TYPE(7),
        /** wrongLength(8): the value is too short or too long. */
        WRONG_LENGTH(8),
        /** wrongEncoding(9): the value is encoded wrongly. */
        WRONG_ENCODING(9),
        /** wrongValue(10): the object can never have the value. */
        WRONG_VALUE(10),
        /** noCreation(11): there is no such object, and there never can be. */
        NO_CREATION(11),
        /** inconsistentValue(12): the object cannot have the value now. */
        INCONSISTENT_VALUE(12),
        /** resourceUnavailable(13): not now. */
        RESOURCE_UNAVAILABLE(13),
        /** commitFailed(14): it was tried, and undone. */
        COMMIT_FAILED(14),
        /** undoFailed(15): it was tried, and not all could be undone. */
        UNDO_FAILED(15),
        /** authorizationError(16): this user may not. */
        AUTHORIZATION_ERROR(16),
        /** notWritable(17): the object can only be read. */
        NOT_WRITABLE(17),
        /** inconsistentName(18): there is no such object, and there cannot be one now. */
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
     * A refusal because of one object of the set.
     *
     * @param position of that object, from 1; 0 for the row as a whole
     */
    public SnmpRefusal(Status status, int position) {
        this(status, position, NO_COLUMN);
    }

    private SnmpRefusal(Status status, int position, long column) {
        super(status + (position > 0 ? " at object " + position : "") + (column >= 0 ? " for column " + column : ""));
        this.status = status;
        this.position = position;
        this.column = column;
    }

    /** A refusal of a row as a whole; the agent names its row status, or else its first object. */
    public SnmpRefusal(Status status) {
        this(status, 0);
    }

    /**
     * A refusal because of the cell in a column of the row; the agent names that cell, or the row status where the set does not
     * say the cell.
     */
    public static SnmpRefusal ofColumn(Status status, long column) {
        return new SnmpRefusal(status, 0, column);
    }

    /** The same, about the object at this position, unless it says already which object it is about. */
    public SnmpRefusal orAt(int other) {
        return position == 0 ? new SnmpRefusal(status, other, column) : this;
    }

    /** The column that it is about; empty if it is about the row as a whole. */
    OptionalLong column() {
        return column == NO_COLUMN ? OptionalLong.empty() : OptionalLong.of(column);
    }

    Status status() {
        return status;
    }

    int position() {
        return position;
    }
}
