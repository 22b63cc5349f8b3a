package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.model.WriteMode;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.spi.CoexistenceLog;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.Storage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What {@link CoexistenceLog} asks of an adapter. Extend it, and give an empty storage to each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class CoexistenceLogTck {
    private static final int MOST_SCOPES = 1_000;

    private Storage storage;
    private CoexistenceLog log;

    /** For the test of an adapter. */
    protected CoexistenceLogTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        storage = storage();
        log = storage.coexistence();
    }

    @Test
    void gives_back_changes_as_they_were_in_their_order() {
        List<CoexistenceChange> changes = List.of(
                change(1, WriteMode.OBSERVE, "Señora Ñandú 用户 \uD83D\uDE00", Set.of(new WriteScope.Everything())),
                change(2, WriteMode.WRITE, "; DROP TABLE work; --", Set.of(new WriteScope.Radius(), olt("olt-1"))),
                change(3, WriteMode.AS_EVERYTHING, "\uD83D\uDE00".repeat(1_000), Set.of(olt("olt-1"))));

        changes.forEach(log::append);

        assertThat(log.after(0, 10)).isEqualTo(changes);
        assertThat(log.after(0, 2)).isEqualTo(changes.subList(0, 2));
        assertThat(log.after(1, 10)).isEqualTo(changes.subList(1, 3));
        assertThat(log.after(3, 10)).isEmpty();
    }

    @Test
    void keeps_as_many_scopes_as_a_switch_may_name() {
        Set<WriteScope> contracts = IntStream.rangeClosed(1, MOST_SCOPES)
                .mapToObj(n -> new WriteScope.OfContract(contractId(n)))
                .collect(Collectors.toSet());
        CoexistenceChange change = change(1, WriteMode.WRITE, "pilot", contracts);

        log.append(change);

        assertThat(log.after(0, 1)).containsExactly(change);
    }

    @Test
    void takes_a_revision_once() {
        log.append(change(1, WriteMode.OBSERVE, "first", Set.of(new WriteScope.Everything())));

        assertThatThrownBy(() -> log.append(change(1, WriteMode.WRITE, "second", Set.of(olt("olt-1")))))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.SERIALIZATION));

        assertThat(log.after(0, 10)).extracting(CoexistenceChange::reason).containsExactly("first");
    }

    @Test
    void sees_a_change_in_its_unit_of_work_which_goes_when_that_fails() {
        assertThatThrownBy(() -> storage.unitOfWork().execute(() -> {
                    log.append(change(1, WriteMode.OBSERVE, "gone", Set.of(new WriteScope.Everything())));
                    assertThat(log.after(0, 10)).hasSize(1);
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");

        assertThat(log.after(0, 10)).isEmpty();
    }

    @Test
    void refuses_to_give_less_than_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> log.after(0, 0));
    }

    private static CoexistenceChange change(long revision, WriteMode mode, String reason, Set<WriteScope> scopes) {
        return new CoexistenceChange(
                revision, START.plusSeconds(revision), new Actor("María"), Trigger.ADMIN, reason, mode, scopes);
    }

    private static WriteScope olt(String name) {
        return new WriteScope.Olt(new OltId(name));
    }
}
