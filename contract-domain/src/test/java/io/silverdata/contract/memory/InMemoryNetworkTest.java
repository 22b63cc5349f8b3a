package io.silverdata.contract.memory;

import static io.silverdata.contract.testkit.ContractFixtures.accessService;
import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.lineService;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the network in memory lets a test see. */
class InMemoryNetworkTest {
    @Nested
    class Access {
        private final InMemoryAccess access = new InMemoryAccess();

        @Test
        void shows_what_it_was_told() {
            access.ensure(accessService(2));
            access.ensure(accessService(1));

            assertThat(access.find(radiusUser(1))).contains(accessService(1));
            assertThat(access.all().values()).containsExactly(accessService(1), accessService(2));
        }

        @Test
        void shows_a_copy() {
            access.ensure(accessService(1));
            Map<RadiusUser, AccessService> before = access.all();

            access.remove(radiusUser(1));

            assertThat(before).hasSize(1);
            assertThat(access.all()).isEmpty();
        }

        @Test
        void says_in_words_what_differs() {
            access.ensure(accessService(1));
            AccessService held = new AccessService(
                    accessService(1).contract(),
                    radiusUser(1),
                    fasterPlan().accessProfile(),
                    accessService(1).rates(),
                    Enforcement.CAPTIVE);

            Observation observation = access.observe(held);

            assertThat(observation)
                    .isEqualTo(
                            new Observation.Drifted(
                                    new Drift(
                                            Drift.Kind.DIFFERENT,
                                            "profile is access-home-100, should be access-home-300; enforcement is NONE, should be CAPTIVE")));
        }
    }

    @Nested
    class OltLine {
        private final InMemoryLine lines = new InMemoryLine();

        @Test
        void shows_what_it_was_told() {
            lines.ensure(lineService(2));
            lines.ensure(lineService(1));

            assertThat(lines.find(ponPortId(1), onu(1))).contains(lineService(1));
            assertThat(lines.find(ponPortId(2), onu(1))).isEmpty();
            assertThat(lines.all().values()).containsExactly(lineService(1), lineService(2));
        }

        @Test
        void an_OLT_refuses_an_ONU_that_is_registered_at_another_of_its_PON_ports() {
            lines.ensure(lineService(1));
            PonPortId otherPort = new PonPortId(ponPortId(1).olt(), 0, 0, 9);

            DeviceOutcome outcome = lines.ensure(at(otherPort));

            assertThat(outcome)
                    .isEqualTo(
                            new DeviceOutcome.Refused("SERIAL_ELSEWHERE", "HWTC00000001 is registered at olt-1:0/0/1"));
            assertThat(lines.find(otherPort, onu(1))).isEmpty();
        }

        @Test
        void an_OLT_knows_nothing_of_the_ONUs_of_another() {
            lines.ensure(lineService(1));
            PonPortId otherOlt = new PonPortId(new OltId("olt-2"), 0, 0, 1);

            assertThat(lines.ensure(at(otherOlt))).isEqualTo(new DeviceOutcome.Applied());
            assertThat(lines.all()).hasSize(2);
            assertThat(lines.remove(lineService(1).line().registration())).isEqualTo(new DeviceOutcome.Applied());

            assertThat(lines.find(otherOlt, onu(1))).contains(at(otherOlt));
            assertThat(lines.observe(at(otherOlt))).isEqualTo(new Observation.InSync());
        }

        private static LineService at(PonPortId ponPort) {
            return new LineService(
                    lineService(1).contract(),
                    new Line(new PortAssignment(output(9, 1), ponPort), onu(1)),
                    lineService(1).profile(),
                    true);
        }

        @Test
        void does_not_see_to_which_splitter_output_an_ONU_is_connected() {
            lines.ensure(lineService(1));
            LineService nextDoor = new LineService(
                    lineService(1).contract(),
                    new Line(new PortAssignment(output(9, 1), ponPortId(1)), onu(1)),
                    lineService(1).profile(),
                    true);

            assertThat(lines.observe(nextDoor)).isEqualTo(new Observation.InSync());
            assertThat(lines.ensure(nextDoor)).isEqualTo(new DeviceOutcome.Applied());
            assertThat(lines.all()).hasSize(1);
        }
    }
}
