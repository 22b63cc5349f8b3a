package io.silverdata.contract.examples.console.background;

import io.silverdata.contract.examples.console.web.ErrorPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says of a run that is not known why that may be, and where to look instead. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownRunAdvice {

    @ExceptionHandler
    void unknown(UnknownRun run, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ErrorPage.explain(request, "run");
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
