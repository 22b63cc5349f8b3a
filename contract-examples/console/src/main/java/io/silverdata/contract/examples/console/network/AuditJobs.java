package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.examples.console.background.LatestRuns;
import org.springframework.stereotype.Component;

/** The audits of this process. */
@Component
final class AuditJobs extends LatestRuns<AuditJob> {
    AuditJobs() {
        super(AuditJob::run);
    }
}
