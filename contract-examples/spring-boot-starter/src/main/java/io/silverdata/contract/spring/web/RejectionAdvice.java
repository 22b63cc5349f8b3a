package io.silverdata.contract.spring.web;

import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.UnreadableContractException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Turns what the library refuses, and what its storage fails at, wherever it was thrown, into problem details. Spring looks for a handler of an exception, then of its
 * causes: so a path, a parameter or a body with a value that is none ends here, and what else may be wrong with them does not.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
@ResponseBody
final class RejectionAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(RejectionAdvice.class);

    @ExceptionHandler
    ProblemDetail rejected(RejectedException rejected) {
        return RejectionProblems.of(rejected.rejection());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidJsonException invalid) {
        return invalid.rejection()
                .<ProblemDetail>map(RejectionProblems::of)
                .orElseGet(() -> RejectionProblems.of(
                        HttpStatus.BAD_REQUEST, Rejection.InvalidValue.CODE, String.valueOf(invalid.getMessage())));
    }

    @ExceptionHandler
    ProblemDetail badQuery(InvalidQueryException invalid) {
        return RejectionProblems.of(
                HttpStatus.BAD_REQUEST, Rejection.InvalidValue.CODE, String.valueOf(invalid.getMessage()));
    }

    /** The database is down, does not answer in time, or failed: the operator's business, and the caller's to repeat. */
    @ExceptionHandler
    ProblemDetail failed(StorageException failed) {
        LOG.warn("the storage failed a request", failed);
        return failed instanceof UnreadableContractException
                ? StorageProblems.unreadable()
                : StorageProblems.of(failed.outcome());
    }

    /** Another command was faster, inside of a transaction of the application; it was rolled back, and may be repeated as a whole. */
    @ExceptionHandler
    ProblemDetail conflict(ConflictException conflict) {
        return RejectionProblems.of(HttpStatus.CONFLICT, "CONFLICT", "another command was faster: repeat the request");
    }
}
