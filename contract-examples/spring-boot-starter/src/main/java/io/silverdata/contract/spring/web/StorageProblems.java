package io.silverdata.contract.spring.web;

import io.silverdata.contract.spi.StorageException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Problem details of a storage that failed: 503 where the request may be repeated, 500 where it must not be. {@code outcome} says whether
 * something was kept. Nothing about the database itself is told.
 */
final class StorageProblems {
    private StorageProblems() {}

    static ProblemDetail of(StorageException.Outcome outcome) {
        ProblemDetail problem = switch (outcome) {
            case NOT_COMMITTED ->
                unavailable("the database did not answer, or failed; nothing was kept: repeat the request later");
            case UNKNOWN ->
                unavailable("the database did not say whether it was kept: repeat the request with the same"
                        + " Idempotency-Key, or look before repeating it");
            case COMMITTED ->
                RejectionProblems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "STORAGE_FAILED",
                        "it was kept, and the database failed afterwards: do not repeat the request");
        };
        problem.setProperty("outcome", outcome.name());
        return problem;
    }

    static ProblemDetail unreadable() {
        return RejectionProblems.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "STORAGE_FAILED", "what is stored of the contract cannot be read");
    }

    private static ProblemDetail unavailable(String detail) {
        return RejectionProblems.of(HttpStatus.SERVICE_UNAVAILABLE, "STORAGE_UNAVAILABLE", detail);
    }
}
