package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.UnreadableContractException;
import io.silverdata.contract.spring.web.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Pages, where the starter would answer a program: what was thrown becomes a status, and the status a page. Of a database that is gone only
 * the message is logged, since each request meets it.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    @ExceptionHandler
    void rejected(RejectedException rejected, HttpServletResponse response) throws IOException {
        Rejection rejection = rejected.rejection();
        HttpStatus status = HttpStatus.CONFLICT;
        if (rejection instanceof Rejection.ContractNotFound) {
            status = HttpStatus.NOT_FOUND;
        } else if (rejection instanceof Rejection.InvalidValue) {
            status = HttpStatus.BAD_REQUEST;
        }
        response.sendError(status.value());
    }

    @ExceptionHandler
    void badQuery(InvalidQueryException invalid, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    @ExceptionHandler
    void conflict(ConflictException conflict, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONFLICT.value());
    }

    @ExceptionHandler
    void storageFailed(StorageException failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failed.outcome() == StorageException.Outcome.COMMITTED || failed instanceof UnreadableContractException) {
            LOG.error("{} {}", request.getMethod(), request.getRequestURI(), failed);
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
        } else {
            unavailable(failed, request, response);
        }
    }

    /** What is outside of the library's calls, such as a transaction that could not be begun. */
    @ExceptionHandler({TransactionException.class, DataAccessException.class})
    void databaseFailed(Exception failed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        unavailable(failed, request, response);
    }

    private static void unavailable(Exception failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), failed.toString());
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
