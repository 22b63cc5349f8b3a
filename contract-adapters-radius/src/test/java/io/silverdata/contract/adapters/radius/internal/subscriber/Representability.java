package io.silverdata.contract.adapters.radius.internal.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What must hold of a login that the tables cannot hold, beside twenty that they can. */
final class Representability {
    private Representability() {}

    static void check(RadiusGateway gateway, RadiusUser outside) {
        List<AccessService> healthy = IntStream.rangeClosed(1, 20)
                .mapToObj(ContractFixtures::accessService)
                .toList();
        healthy.forEach(service -> assertThat(gateway.ensure(service)).isEqualTo(new DeviceOutcome.Applied()));
        AccessService like = healthy.get(0);
        AccessService odd = new AccessService(
                ContractFixtures.contractId(99), outside, like.profile(), like.rates(), like.enforcement());

        DeviceOutcome outcome = gateway.ensure(odd);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("LOGIN_NOT_REPRESENTABLE"));
        List<AccessService> all = new ArrayList<>(healthy);
        all.add(7, odd);
        List<Observation> observations = gateway.observeAll(all);
        assertThat(observations.get(7))
                .isInstanceOfSatisfying(
                        Observation.Drifted.class,
                        drifted -> assertThat(drifted.drift().kind()).isEqualTo(Drift.Kind.MISSING));
        observations.remove(7);
        assertThat(observations).hasSize(20).containsOnly(new Observation.InSync());
        assertThat(gateway.openSessions(all.stream().map(AccessService::user).toList()))
                .isEmpty();
        assertThat(gateway.remove(outside)).isEqualTo(new DeviceOutcome.Applied());
        assertThat(gateway.observeRemoved(outside)).isEqualTo(new Observation.InSync());
    }
}
