package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.spring.contracts.ContractsProperties;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is the same for all pages. */
@Component
class PageFrame {
    private final Messages messages;
    private final CustomerNames customers;
    private final Preparation preparation;
    private final ZoneId zone;
    private final List<Screen> screens;
    private final boolean isDemo;
    private final Instant startedAt =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    PageFrame(
            Messages messages,
            CustomerNames customers,
            ObjectProvider<Preparation> preparation,
            ContractsProperties contracts,
            List<Screen> screens,
            @Value("${console.demo:true}") boolean isDemo) {
        this.messages = messages;
        this.customers = customers;
        this.preparation = preparation.getIfAvailable(() -> OptionalInt::empty);
        this.zone = Objects.requireNonNull(contracts.zone(), "contract.zone");
        this.screens =
                screens.stream().sorted(Comparator.comparingInt(Screen::order)).toList();
        this.isDemo = isDemo;
    }

    Messages messages() {
        return messages;
    }

    CustomerNames customers() {
        return customers;
    }

    Preparation preparation() {
        return preparation;
    }

    ZoneId zone() {
        return zone;
    }

    List<Screen> screens() {
        return screens;
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isDemo() {
        return isDemo;
    }
}
