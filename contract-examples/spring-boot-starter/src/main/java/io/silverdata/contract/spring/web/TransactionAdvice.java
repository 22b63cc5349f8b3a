package io.silverdata.contract.spring.web;

import io.silverdata.contract.spi.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Tells of a database that failed at the beginning or the end of the application's own transaction as of one that failed inside. What the
 * application itself makes of these comes first.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
@ResponseBody
final class TransactionAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionAdvice.class);

    @ExceptionHandler
    ProblemDetail notBegun(CannotCreateTransactionException failed) {
        LOG.warn("no transaction could be begun for a request", failed);
        return StorageProblems.of(StorageException.Outcome.NOT_COMMITTED);
    }

    @ExceptionHandler
    ProblemDetail notEnded(TransactionSystemException failed) {
        LOG.warn("the transaction of a request could not be ended", failed);
        boolean rolledBack = failed.getApplicationException() != null; // it was thrown before, so nothing was committed
        return StorageProblems.of(
                rolledBack ? StorageException.Outcome.NOT_COMMITTED : StorageException.Outcome.UNKNOWN);
    }
}
