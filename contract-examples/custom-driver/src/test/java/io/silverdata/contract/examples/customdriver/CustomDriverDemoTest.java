package io.silverdata.contract.examples.customdriver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CustomDriverDemoTest {

    @Test
    void an_ONU_lives_from_registration_to_removal() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        CustomDriverDemo.run(new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(told.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "proposed: Detection[fit=YES",
                        "would send: [1.3.6.1.4.1.32473.3.1.2",
                        "registered: Applied[]",
                        "once more: Applied[] after 2 requests",
                        "state: ONLINE, WORKING",
                        "suspended: Applied[]",
                        "state: OFFLINE, OFFLINE, last down ADMIN, no light",
                        "resumed: Applied[]",
                        "state: OFFLINE, DYING_GASP, last down POWER, no light",
                        "removed: Applied[]",
                        "left on the OLT: []");
    }
}
