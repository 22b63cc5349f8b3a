package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.OPEN_END;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.state.ActionChain;

class ContractLifeProperties {
    // What Contracts refuses before it asks the contract, because it takes more than the contract to know.
    private static final Set<Class<?>> REFUSED_BY_THE_FACADE = Set.of(
            Rejection.ContractNotFound.class,
            Rejection.UnknownNote.class,
            Rejection.MoveNeeded.class,
            Rejection.UnknownMove.class,
            Rejection.MoveInProgress.class,
            Rejection.UnknownPlantPart.class,
            Rejection.PlantPartInUse.class,
            Rejection.SplitterNameInUse.class,
            Rejection.StaleVersion.class,
            Rejection.IdempotencyKeyReused.class,
            Rejection.UnknownCustomer.class,
            Rejection.UnknownPlan.class,
            Rejection.UnknownSuspensionReason.class,
            Rejection.ContractNumberInUse.class,
            Rejection.PredecessorNotEnded.class,
            Rejection.PredecessorOfAnother.class,
            Rejection.NoPortAvailable.class,
            Rejection.PortUnavailable.class,
            Rejection.UnknownPort.class,
            Rejection.PonPortFull.class,
            Rejection.SelectionTooLarge.class,
            Rejection.OnlyObserved.class,
            Rejection.WouldRestrict.class,
            Rejection.OnuSerialInUse.class,
            Rejection.RadiusUserInUse.class,
            Rejection.NetworkInUse.class,
            Rejection.AttributeNotAllowed.class,
            Rejection.BindingUnsupported.class,
            Rejection.EquipmentUnavailable.class);

    @Property(tries = 300)
    void every_sequence_of_commands_keeps_every_law(@ForAll("lives") ActionChain<Journal> life) {
        life.run();
    }

    @Example
    void such_sequences_reach_every_status_every_event_and_every_refusal() {
        RandomGenerator<ActionChain<Journal>> lives = lives().generator(1000, false);
        Random random = new Random(20260302);
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        Set<Class<?>> events = new HashSet<>();
        Set<Class<?>> refusals = new HashSet<>(REFUSED_BY_THE_FACADE);

        for (int life = 0; life < 900; life++) {
            Journal journal = lives.next(random).value().run();
            statuses.addAll(journal.statuses);
            events.addAll(journal.eventKinds);
            refusals.addAll(journal.refusals);
        }

        assertThat(statuses).containsExactly(Status.values());
        assertThat(events).isEqualTo(kindsOf(ContractEvent.class));
        assertThat(refusals).isEqualTo(kindsOf(Rejection.class));
    }

    @Provide
    Arbitrary<ActionChain<Journal>> lives() {
        return Arbitraries.oneOf(
                Lives.with(FIBRE_100, 60),
                Lives.with(OPEN_END, 60),
                Lives.from(() -> Journal.adopted(FIBRE_100), 60),
                Lives.from(() -> Journal.adoptedWithoutOutput(OPEN_END), 60));
    }

    private static Set<Class<?>> kindsOf(Class<?> sealedType) {
        return Arrays.stream(sealedType.getPermittedSubclasses()).collect(Collectors.toSet());
    }
}
