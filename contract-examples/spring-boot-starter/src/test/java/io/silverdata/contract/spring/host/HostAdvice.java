package io.silverdata.contract.spring.host;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the provider itself makes of a wrong parameter. */
@RestControllerAdvice
class HostAdvice {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String wrong(MethodArgumentTypeMismatchException mismatch) {
        return "the provider's own words about " + mismatch.getName();
    }
}
