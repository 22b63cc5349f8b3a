package io.silverdata.contract.examples.benchmarks.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.examples.benchmarks.harness.Timing;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.Verdict;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A town with a splitter of its own for each contract, and what is done with it. */
final class Town {
    static final CommandContext STAFF = CommandContext.by("ana", Trigger.ADMIN);
    static final Instant END = ContractFixtures.START.plus(Duration.ofDays(300));

    private static final int CHUNK = 1_000;

    private final JdbcStorage storage;
    private final Contracts contracts;

    Town(HikariDataSource pool) {
        storage = JdbcStorage.builder().dataSource(pool).build();
        contracts = Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(new InMemoryPlans().put(ContractFixtures.plan()).put(ContractFixtures.fasterPlan()))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .clock(new SettableClock(ContractFixtures.START.plus(Duration.ofDays(2))))
                .zone(ContractFixtures.ZONE)
                .build();
    }

    JdbcStorage storage() {
        return storage;
    }

    Contracts contracts() {
        return contracts;
    }

    /** A PON port and a splitter for each number from the first to below the last. */
    void build(int first, int last, int outputs) {
        for (int n = first; n < last; n += CHUNK) {
            int end = Math.min(last, n + CHUNK);
            storage.plant()
                    .install(new PlantLayout(
                            List.of(ContractFixtures.olt(1)),
                            IntStream.range(n, end)
                                    .mapToObj(port -> ContractFixtures.ponPort(port, 64))
                                    .toList(),
                            IntStream.range(n, end)
                                    .mapToObj(splitter -> ContractFixtures.splitter(splitter, splitter, outputs))
                                    .toList()));
        }
    }

    /** Drafts with a reservation. */
    void reserve(int first, int last) throws Exception {
        Timing.perSecondInThreads(
                8,
                last - first,
                offset -> keep(first + offset, List.of(reserved(first + offset)), PortClaim.reserved(END)));
    }

    private void keep(int n, List<Decision> life, PortClaim claim) {
        Contract contract = life.get(life.size() - 1).contract();
        storage.unitOfWork().execute(() -> {
            storage.plant().claim(ports(n).splitterOutput(), contract.id(), claim, ContractFixtures.START);
            storage.contracts().save(contract, 0);
            life.forEach(decision -> storage.events().append(decision.events()));
        });
    }

    private static Decision reserved(int n) {
        Decision drafted = ContractFixtures.drafted(n);
        Decision assessed = ContractFixtures.handle(
                drafted.contract(),
                new Command.Assess(assessment(n, ContractFixtures.ponPortId(n), END)),
                ContractFixtures.START);
        Decision reserved = ContractFixtures.handle(
                assessed.contract(), new Command.Reserve(ports(n), END, Optional.empty()), ContractFixtures.START);
        return new Decision(
                reserved.contract(),
                Stream.of(drafted, assessed, reserved)
                        .flatMap(step -> step.events().stream())
                        .toList());
    }

    /** One splitter qualifies. */
    static Assessment assessment(int splitter, PonPortId ponPort, Instant until) {
        OpticalPower power = OpticalPower.ofDbm(-19.87);
        return new Assessment(
                Verdict.QUALIFIED,
                Optional.of(ContractFixtures.splitterId(splitter)),
                List.of(new SplitterAssessment(
                        ContractFixtures.splitterId(splitter),
                        ponPort,
                        Distance.ofMetres(120),
                        List.of(new FeasibilityCheck(
                                FeasibilityCheck.Kind.DROP_DISTANCE, FeasibilityCheck.Result.PASS, "120 m of 150 m")),
                        Optional.of(power),
                        Optional.of(power.above(OpticalPower.ofDbm(-27))))),
                until);
    }

    private static PortAssignment ports(int n) {
        return new PortAssignment(ContractFixtures.output(n, 1), ContractFixtures.ponPortId(n));
    }

    void activate(int n) {
        contracts
                .activate(
                        ContractFixtures.contractId(n), ContractFixtures.onu(n), ContractFixtures.radiusUser(n), STAFF)
                .getOrElseThrow(refusal -> new IllegalStateException(refusal.message()));
    }
}
