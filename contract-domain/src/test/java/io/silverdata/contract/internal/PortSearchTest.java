package io.silverdata.contract.internal;

import static io.silverdata.contract.tck.ContractFixtures.START;
import static io.silverdata.contract.tck.ContractFixtures.assessment;
import static io.silverdata.contract.tck.ContractFixtures.contractId;
import static io.silverdata.contract.tck.ContractFixtures.handle;
import static io.silverdata.contract.tck.ContractFixtures.olt;
import static io.silverdata.contract.tck.ContractFixtures.ponPort;
import static io.silverdata.contract.tck.ContractFixtures.reassessed;
import static io.silverdata.contract.tck.ContractFixtures.splitter;
import static io.silverdata.contract.tck.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Decision;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterPortId;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.tck.ContractFixtures;
import io.vavr.control.Either;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortSearchTest {
    private static final Instant END = START.plus(Duration.ofDays(1));

    private final Plant plant = new InMemoryStorage().plant();
    private int rivals = 100;

    @Test
    void looks_again_while_rivals_take_every_output_that_it_saw() {
        plant.install(new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 64)), List.of(splitter(1, 1, 32))));

        Either<Rejection, Decision> found = search(3);

        assertThat(found.isRight()).isTrue();
        assertThat(plant.portsOf(contractId(1))).hasSize(1);
    }

    @Test
    void gives_up_once_rivals_have_taken_them_all() {
        plant.install(new PlantLayout(List.of(olt(1)), List.of(ponPort(1, 64)), List.of(splitter(1, 1, 16))));

        Either<Rejection, Decision> found = search(100);

        assertThat(found.getLeft()).isInstanceOf(Rejection.NoPortAvailable.class);
        assertThat(plant.freePorts(splitterId(1), 1, START)).isEmpty();
    }

    private Either<Rejection, Decision> search(int times) {
        Contract draft = reassessed(ContractFixtures.aDraft(1), START).contract();
        return new PortSearch(overtaken(times), AllocationPolicy.defaults(), after -> Optional.empty(), START)
                .anyOf(assessment(1, END), contractId(1), List::of, ports -> reserve(draft, ports));
    }

    private static Either<Rejection, Decision> reserve(Contract draft, PortAssignment ports) {
        return Either.right(handle(draft, new Command.Reserve(ports, END, Optional.empty()), START));
    }

    /** Rivals take whatever it shows before the one who looked can claim it, so many times. */
    private Plant overtaken(int times) {
        int[] left = {times};
        return (Plant) Proxy.newProxyInstance(
                Plant.class.getClassLoader(), new Class<?>[] {Plant.class}, (self, method, arguments) -> {
                    Object result = method.invoke(plant, arguments);
                    if (method.getName().equals("freePorts") && left[0]-- > 0) {
                        ((List<?>) result)
                                .forEach(port -> plant.claim(
                                        (SplitterPortId) port, contractId(rivals++), PortClaim.inUse(), START));
                    }
                    return result;
                });
    }
}
