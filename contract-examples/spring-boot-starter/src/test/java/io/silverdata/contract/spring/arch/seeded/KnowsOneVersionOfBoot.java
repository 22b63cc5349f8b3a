package io.silverdata.contract.spring.arch.seeded;

import org.springframework.boot.health.contributor.HealthIndicator;

final class KnowsOneVersionOfBoot {
    void know(HealthIndicator health) {}
}
