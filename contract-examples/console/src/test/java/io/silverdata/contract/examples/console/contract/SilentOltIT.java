package io.silverdata.contract.examples.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.examples.console.support.Browser;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Sales;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.OltId;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A contract whose OLT takes requests and answers none. */
class SilentOltIT {
    private static Console console;
    private static Browser browser;

    /** No configuration that others would find by their scan. */
    static class WithSilentOlts {

        @Bean(destroyMethod = "close")
        DatagramSocket silence() throws IOException {
            return new DatagramSocket(0, InetAddress.getLoopbackAddress());
        }

        @Bean(destroyMethod = "close")
        @Primary
        OltGateway silentOlts(DatagramSocket silence) {
            OltGateway.Builder gateway = OltGateway.builder().discoverDrivers(SilentOltIT.class.getClassLoader());
            for (String olt : List.of("olt-norte", "olt-centro", "olt-sur")) {
                OltSettings.Builder settings = OltSettings.builder(new OltId(olt))
                        .address("127.0.0.1", silence.getLocalPort())
                        .access(new SnmpAccess.V2c(Secret.of("public")))
                        .driver(OltVendor.HUAWEI.driver())
                        .timing(new OltSettings.Timing(
                                Duration.ofMillis(500),
                                1,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(5),
                                Duration.ZERO));
                for (int number = 1; number <= Plans.all().size(); number++) {
                    settings.plan(OltVendor.HUAWEI.plan(number, Plans.all().get(number - 1)));
                }
                gateway.olt(settings.build());
            }
            return gateway.build();
        }
    }

    @BeforeAll
    static void open() {
        console =
                Console.start("contract.worker.enabled=false", "spring.main.sources=" + WithSilentOlts.class.getName());
        browser = Browser.open(console).login(Role.OPERATE);
    }

    @AfterAll
    static void close() {
        browser.close();
        console.close();
    }

    @Test
    void the_page_is_there_at_once_and_says_later_that_the_olt_does_not_answer() {
        Contract contract = new Sales(console).active();

        browser.go("/contracts/" + contract.id());

        assertThat(browser.text("h1")).contains(contract.number().value());
        browser.untilText("#signal .notice.bad", "The OLT did not answer.");
        browser.isAccessible();
        assertThat(browser.all("#signal button")).hasSize(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void unregistered_onus_are_asked_for_and_the_silence_is_told() {
        browser.go("/install?olt=olt-norte");

        assertThat(browser.text("main")).contains("did not answer");
        browser.isAccessible();
    }
}
