package io.silverdata.contract.spring.actuate;

import io.silverdata.contract.worker.ContractWorker;
import io.silverdata.contract.worker.Health;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;

/** Down if the storage does not answer, or if a delivery is due for longer than is allowed. A device that rests is no reason. */
final class ContractHealthIndicator extends AbstractHealthIndicator {
    private final ContractWorker worker;
    private final ContractHealthProperties properties;

    ContractHealthIndicator(ContractWorker worker, ContractHealthProperties properties) {
        super("the storage of contracts failed");
        this.worker = worker;
        this.properties = properties;
    }

    @Override
    protected void doHealthCheck(org.springframework.boot.health.contributor.Health.Builder answer) {
        Health health = worker.health();
        answer.withDetails(HealthView.of(health));
        if (properties.allows(health.lag())) {
            answer.up();
        } else {
            answer.down();
        }
    }
}
