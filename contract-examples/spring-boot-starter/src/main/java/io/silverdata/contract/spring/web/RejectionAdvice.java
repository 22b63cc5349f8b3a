package io.silverdata.contract.spring.web;

import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.spi.ConflictException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what the library refuses, wherever it was thrown, into problem details. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
@ResponseBody
final class RejectionAdvice {

    @ExceptionHandler
    ProblemDetail rejected(RejectedException rejected) {
        return RejectionProblems.of(rejected.rejection());
    }

    /** A path or a parameter with a value that is none. */
    @ExceptionHandler
    ProblemDetail unconverted(MethodArgumentTypeMismatchException mismatch) throws MethodArgumentTypeMismatchException {
        return cause(mismatch, RejectedException.class)
                .map(rejected -> RejectionProblems.of(rejected.rejection()))
                .orElseThrow(() -> mismatch);
    }

    /** A body with a value that is none. */
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return cause(unreadable, InvalidJsonException.class)
                .map(invalid -> invalid.rejection()
                        .<ProblemDetail>map(RejectionProblems::of)
                        .orElseGet(() -> RejectionProblems.of(
                                HttpStatus.BAD_REQUEST,
                                Rejection.InvalidValue.CODE,
                                String.valueOf(invalid.getMessage()))))
                .orElseThrow(() -> unreadable);
    }

    @ExceptionHandler
    ProblemDetail badQuery(InvalidQueryException invalid) {
        return RejectionProblems.of(
                HttpStatus.BAD_REQUEST, Rejection.InvalidValue.CODE, String.valueOf(invalid.getMessage()));
    }

    /** Another command was faster, inside of a transaction of the application; it was rolled back, and may be repeated as a whole. */
    @ExceptionHandler
    ProblemDetail conflict(ConflictException conflict) {
        return RejectionProblems.of(HttpStatus.CONFLICT, "CONFLICT", "another command was faster: repeat the request");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
