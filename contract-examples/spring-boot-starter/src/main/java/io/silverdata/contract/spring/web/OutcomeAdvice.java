package io.silverdata.contract.spring.web;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * A controller may return what a command returned: a rejection becomes problem details, the rest is the body. A contract's version is the
 * entity tag, for {@code If-Match} of the next command.
 */
@ControllerAdvice
final class OutcomeAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Object told = body instanceof Either<?, ?> outcome ? told(outcome, response) : body;
        if (told instanceof Contract contract) {
            tag(contract, response.getHeaders());
        } else if (told instanceof CommandResult result) {
            tag(result.contract(), response.getHeaders());
        }
        return told;
    }

    private static @Nullable Object told(Either<?, ?> outcome, ServerHttpResponse response) {
        if (outcome.isRight() || !(outcome.getLeft() instanceof Rejection rejection)) {
            return outcome.isRight() ? outcome.get() : outcome.getLeft();
        }
        ProblemDetail problem = RejectionProblems.of(rejection);
        response.setStatusCode(HttpStatusCode.valueOf(problem.getStatus()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return problem;
    }

    private static void tag(Contract contract, HttpHeaders headers) {
        headers.setETag("\"" + contract.version() + "\"");
    }
}
