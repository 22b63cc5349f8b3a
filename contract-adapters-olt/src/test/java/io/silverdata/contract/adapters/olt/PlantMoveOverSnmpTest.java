package io.silverdata.contract.adapters.olt;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.position;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.ServiceProof;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.move.MoveProgress;
import io.silverdata.contract.move.MoveProgress.State;
import io.silverdata.contract.move.MoveRun;
import io.silverdata.contract.spi.PlantLayout;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Huawei OLT is replaced by one of another make, over SNMP, while three subscribers have a line on it. */
class PlantMoveOverSnmpTest {
    private static final CommandContext STAFF = CommandContext.by("operator", Trigger.ADMIN);
    private static final OltId OLD = oltId(1);
    private static final OltId NEW = oltId(2);
    private static final PonPortId HERE = Vendor.HUAWEI.port(OLD, 1);
    private static final int SUBSCRIBERS = 3;

    private final SimulatedDevice before = Vendor.HUAWEI.device(OLD);

    @ParameterizedTest
    @EnumSource
    void subscribers_are_known_to_the_new_OLT_before_the_splice_and_to_no_other_afterwards(Vendor make) {
        SimulatedDevice after = make.device(NEW);
        PonPortId there = make.port(NEW, 1);
        try (SimulatedOlt oldOlt = SimulatedOlt.start(before);
                SimulatedOlt newOlt = SimulatedOlt.start(after);
                OltGateway gateway = gateway(make, oldOlt, newOlt)) {
            Contracts contracts = contracts(gateway, there);
            List<ContractId> subscribers =
                    Stream.of(1, 2, 3).map(n -> subscriber(contracts, n)).toList();
            contracts.worker().deliverPending(100);
            PlantMove move = contracts
                    .moves()
                    .planReplacement("huawei-out", Map.of(HERE, there), START)
                    .get();
            MoveRun run = accepted(contracts.moves().begin(move, STAFF));
            run.advance(100, item -> {});
            contracts.worker().deliverPending(100);

            MoveProgress ready = run.advance(100, item -> {});

            assertThat(ready.state()).isEqualTo(State.AWAITING_SPLICE);
            assertThat(subscribers)
                    .extracting(id ->
                            contracts.find(id).orElseThrow().provisioning().line())
                    .allMatch(line -> !line.needsDelivery() && line.failure().isEmpty());
            assertThat(ready.undelivered()).isZero();
            assertThat(before.configured())
                    .extracting(ConfiguredOnu::port)
                    .hasSize(SUBSCRIBERS)
                    .containsOnly(HERE);
            assertThat(after.configured())
                    .extracting(ConfiguredOnu::port)
                    .hasSize(SUBSCRIBERS)
                    .containsOnly(there);

            for (int n = 1; n <= SUBSCRIBERS; n++) {
                after.connect(there, onu(n));
            }
            accepted(contracts.moves().spliced("huawei-out", splitterId(1)));
            State end = run.advance(100, item -> {}).state();
            contracts.worker().deliverPending(100);

            assertThat(end).isEqualTo(State.FINISHED);
            assertThat(before.configured()).isEmpty();
            assertThat(after.configured())
                    .extracting(ConfiguredOnu::serial)
                    .containsExactlyInAnyOrder(onu(1), onu(2), onu(3));
            assertThat(subscribers)
                    .extracting(id -> contracts.find(id).orElseThrow())
                    .extracting(contract -> contract.provisioning().summary(), PlantMoveOverSnmpTest::ponPortOf)
                    .containsOnly(tuple(Summary.IN_SYNC, there));
        }
    }

    private static PonPortId ponPortOf(Contract contract) {
        return contract.line().orElseThrow().ports().ponPort();
    }

    /** The new OLT confirms only what it has seen online: before the splice it has seen nothing. */
    private static OltGateway gateway(Vendor make, SimulatedOlt oldOlt, SimulatedOlt newOlt) {
        OltSettings.Builder old = Vendor.HUAWEI.configure(oldOlt.reach(OltSettings.builder(OLD)));
        OltSettings.Builder next = make.configure(newOlt.reach(OltSettings.builder(NEW)));
        OltGateway.Builder gateway = OltGateway.builder()
                .driver(Vendor.HUAWEI.provider())
                .olt(old.plan(Vendor.HUAWEI.plan()).build())
                .olt(next.plan(make.plan())
                        .allowExperimental(Operation.values())
                        .confirmOnlyWhen(ServiceProof.online())
                        .build());
        return (make == Vendor.HUAWEI ? gateway : gateway.driver(make.provider())).build();
    }

    private static Contracts contracts(OltGateway gateway, PonPortId there) {
        InMemoryStorage storage = new InMemoryStorage();
        storage.plant()
                .install(new PlantLayout(
                        List.of(olt(1), olt(2)),
                        Stream.of(HERE, there).map(PlantMoveOverSnmpTest::port).toList(),
                        List.of(new Splitter(
                                splitterId(1),
                                HERE,
                                Optional.empty(),
                                8,
                                position(1),
                                Optional.empty(),
                                Distance.ofMetres(100)))));
        return Contracts.builder()
                .storage(storage)
                .customers(asked -> true)
                .plans(asked -> Optional.of(plan()))
                .radius(new InMemoryAccess())
                .olts(gateway)
                .clock(Clock.fixed(START, ZoneOffset.UTC))
                .zone(ZONE)
                .build();
    }

    private static PonPort port(PonPortId id) {
        PonPort like = ponPort(1, 8);
        return new PonPort(id, like.technologies(), 8, like.transmitPower(), like.state());
    }

    private static ContractId subscriber(Contracts contracts, int n) {
        ContractId draft = accepted(contracts.draft(NewContract.of(customer(n), plan().id(), address(n)), STAFF))
                .contract()
                .id();
        accepted(contracts.reserveUnqualified(draft, new SplitterOutputId(splitterId(1), n), "for the test", STAFF));
        accepted(contracts.activate(draft, onu(n), radiusUser(n), STAFF));
        return draft;
    }

    private static <T> T accepted(Either<Rejection, T> outcome) {
        return outcome.getOrElseThrow(refusal -> new AssertionError("refused: " + refusal.message()));
    }
}
