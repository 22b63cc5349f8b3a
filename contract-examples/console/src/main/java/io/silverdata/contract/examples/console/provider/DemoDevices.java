package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.device.OnuMonitor;
import io.silverdata.contract.examples.network.Network;
import io.silverdata.contract.memory.InMemoryLine;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the devices of the demo say when they are asked. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "console.demo", matchIfMissing = true)
class DemoDevices {

    @Bean
    OnuMonitor demoOnus(Contracts contracts, Network network, ObjectProvider<Clock> clock) {
        return new DemoOnus(contracts, (InMemoryLine) network.lines(), clock.getIfUnique(Clock::systemUTC));
    }
}
