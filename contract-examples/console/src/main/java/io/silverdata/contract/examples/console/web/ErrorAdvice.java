package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spring.web.RejectedException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Pages, where the starter would answer a program: what was thrown becomes a status, and the status a page. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAdvice {

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
}
