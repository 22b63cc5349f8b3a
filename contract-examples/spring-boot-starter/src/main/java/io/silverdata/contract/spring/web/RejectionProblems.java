package io.silverdata.contract.spring.web;

import io.silverdata.contract.json.RejectionView;
import io.silverdata.contract.model.Rejection;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Problem details (RFC 9457) of a rejection. {@code type} is {@code urn:contract:rejection:} and the code, {@code detail} the message for
 * people; {@code code}, {@code field} where the rejection is about a value of the caller, and {@code values} (what the message names, as {@link
 * RejectionView#values} has it) stand beside them.
 *
 * <p>The status is 400 for a value of the wrong form, 404 for a contract that is not there, 412 for a stale version, 422 for what the caller
 * named and the application does not know, and 409 for everything that the state of the contract or of the plant forbids.
 */
public final class RejectionProblems {
    private static final HttpStatus UNPROCESSABLE = HttpStatus.valueOf(422);
    private static final Map<String, HttpStatus> STATUS = Map.ofEntries(
            Map.entry(Rejection.InvalidValue.CODE, HttpStatus.BAD_REQUEST),
            Map.entry(Rejection.ContractNotFound.CODE, HttpStatus.NOT_FOUND),
            Map.entry(Rejection.StaleVersion.CODE, HttpStatus.PRECONDITION_FAILED),
            Map.entry(Rejection.EffectiveTimeOutOfRange.CODE, UNPROCESSABLE),
            Map.entry(Rejection.HoldEndForbidden.CODE, UNPROCESSABLE),
            Map.entry(Rejection.HoldEndRequired.CODE, UNPROCESSABLE),
            Map.entry(Rejection.IdempotencyKeyReused.CODE, UNPROCESSABLE),
            Map.entry(Rejection.UnknownCustomer.CODE, UNPROCESSABLE),
            Map.entry(Rejection.UnknownPlan.CODE, UNPROCESSABLE),
            Map.entry(Rejection.UnknownPort.CODE, UNPROCESSABLE),
            Map.entry(Rejection.UnknownSuspensionReason.CODE, UNPROCESSABLE));

    private RejectionProblems() {}

    /** What a caller is told. */
    public static ProblemDetail of(Rejection rejection) {
        RejectionView view = RejectionView.of(rejection);
        ProblemDetail problem = of(STATUS.getOrDefault(view.code(), HttpStatus.CONFLICT), view.code(), view.message());
        view.field().ifPresent(field -> problem.setProperty("field", field));
        if (!view.values().isEmpty()) {
            problem.setProperty("values", view.values());
        }
        return problem;
    }

    static ProblemDetail of(HttpStatus status, String code, String message) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, message);
        problem.setType(URI.create("urn:contract:rejection:" + code));
        problem.setTitle(title(code));
        problem.setProperty("code", code);
        return problem;
    }

    /** {@code ALREADY_HELD} is "Already held". */
    private static String title(String code) {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
