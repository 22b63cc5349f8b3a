package io.silverdata.contract.model;

import java.util.Objects;

/**
 * One question about one splitter, and its answer.
 *
 * @param kind the question
 * @param result the answer
 * @param detail the figures behind it, for people, at most 256 characters
 */
public record FeasibilityCheck(Kind kind, Result result, String detail) {

    /** The questions. Their names are the reason codes. */
    public enum Kind {
        /** Does the splitter have a free output? */
        SPLITTER_OUTPUT_FREE,
        /** Is the PON port below its subscriber limit? */
        PON_SUBSCRIBER_LIMIT,
        /** Is the drop short enough? */
        DROP_DISTANCE,
        /** Does enough light, and not too much, reach the ONU? */
        OPTICAL_BUDGET,
        /** Are OLT and PON port in service? */
        NETWORK_UP,
        /** Does the PON port carry the plan's technology? */
        TECHNOLOGY,
        /** Is the sum of sold rates within the agreed share of the PON's capacity? */
        OVERSUBSCRIPTION
    }

    /** The answers, from best to worst. */
    public enum Result {
        /** Yes. */
        PASS,
        /** Yes, but close to a limit. */
        WARN,
        /** Nobody knows. */
        UNKNOWN,
        /** No. */
        FAIL
    }

    public FeasibilityCheck {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(result, "result");
        if (detail.length() > 256) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("detail", detail, "at most 256 characters").message());
        }
    }
}
