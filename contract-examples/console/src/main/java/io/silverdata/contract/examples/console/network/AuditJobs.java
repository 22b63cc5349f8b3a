package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.examples.console.background.LatestRuns;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The audits of this process. */
@Component
final class AuditJobs {
    private final LatestRuns<AuditJob> latest = new LatestRuns<>(AuditJob::run);

    AuditJob begin(String id, Supplier<AuditJob> begin) {
        return latest.begin(id, begin);
    }

    AuditJob require(String id) {
        return latest.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    List<AuditJob> latest() {
        return latest.latest();
    }
}
