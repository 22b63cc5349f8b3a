package io.silverdata.contract;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.handle;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.Storage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs over one OLT of many read the contracts of that OLT, and no others. */
class SelectedReadingTest {
    private static final int CONTRACTS = 600;
    private static final OltId FEW = new OltId("olt-of-few");
    private static final Set<Integer> ON_FEW = Set.of(7, 311, 599);
    private static final CommandContext STAFF = CommandContext.by("staff", Trigger.ADMIN);
    private static final Selection SELECTION =
            Selection.of(ContractQuery.builder().olt(FEW).build());

    private final Operator operator = Operator.small();
    private final Set<ContractId> read = new TreeSet<>();
    private final Contracts contracts = operator.builder(
                    counted(Storage.class, operator.storage), new InMemoryAccess(), new InMemoryLine())
            .debts(new InMemoryDebts())
            .dunning(DunningPolicy.laddered(5, 10, 100, CutCalendar.always(Operator.ZONE)))
            .build();

    @BeforeEach
    void fill() {
        for (int n = 1; n <= CONTRACTS; n++) {
            operator.storage.contracts().save(active(n), 0);
        }
        operator.clock.set(START.plus(Duration.ofHours(2)));
    }

    @Test
    void a_bulk_command() {
        List<ContractId> done = new ArrayList<>();

        contracts
                .runs()
                .bulk(
                        "cut",
                        SELECTION,
                        (id, context) -> contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), context),
                        STAFF)
                .begin()
                .get()
                .advance(CONTRACTS, item -> done.add(item.id()));

        assertThat(done).containsExactlyElementsOf(onFew());
        assertThat(read).containsExactlyElementsOf(onFew());
    }

    @Test
    void an_audit() {
        contracts.runs().audit(SELECTION, STAFF).begin().advance(CONTRACTS, item -> {});

        assertThat(read).containsExactlyElementsOf(onFew());
    }

    @Test
    void a_run_of_dunning() {
        contracts.runs().dunning(SELECTION, true, RunLimits.none()).advance(CONTRACTS, item -> {});

        assertThat(read).containsExactlyElementsOf(onFew());
    }

    /** It is stored as SUSPENDED; its hold is over by now. */
    @Test
    void a_contract_is_read_that_may_fit_once_what_is_due_is_settled() {
        Instant until = START.plus(Duration.ofHours(1));
        Contract held = handle(
                        operator.storage.contracts().find(contractId(1)).orElseThrow(),
                        new Command.Suspend(
                                SuspensionPolicies.defaults().all().stream()
                                        .filter(policy -> policy.reason().equals(SuspensionReason.CUSTOMER_REQUEST))
                                        .findFirst()
                                        .orElseThrow(),
                                Enforcement.HARD_BLOCK,
                                Optional.of(until)),
                        START.plusSeconds(60))
                .contract();
        operator.storage.contracts().save(held, held.version() - 2);
        assertThat(held.status()).isEqualTo(Status.SUSPENDED);
        List<ContractId> done = new ArrayList<>();

        contracts
                .runs()
                .bulk(
                        "note",
                        Selection.of(ContractQuery.builder()
                                .status(Status.ACTIVE)
                                .number(held.number())
                                .build()),
                        (id, context) -> contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), context),
                        STAFF)
                .begin()
                .get()
                .advance(CONTRACTS, item -> done.add(item.id()));

        assertThat(done).containsExactly(held.id());
    }

    private static List<ContractId> onFew() {
        return ON_FEW.stream().sorted().map(n -> contractId(n)).toList();
    }

    private static Contract active(int n) {
        PortAssignment ports = new PortAssignment(
                output(n, 1), new PonPortId(ON_FEW.contains(n) ? FEW : new OltId("olt-of-many"), 0, 1, 1));
        Instant until = START.plus(Duration.ofDays(1));
        Contract reserved = handle(aDraft(n), new Command.Reserve(ports, until, Optional.of("seen")), START)
                .contract();
        return handle(reserved, new Command.Activate(ports, onu(n), radiusUser(n)), START)
                .contract();
    }

    /** Notes which contracts are asked for. */
    private <T> T counted(Class<T> port, T counted) {
        InvocationHandler noting = (proxy, method, arguments) -> {
            if (port == ContractRepository.class && arguments != null) {
                note(arguments[0]);
            }
            try {
                Object result = method.invoke(counted, arguments);
                return result instanceof ContractRepository repository
                        ? counted(ContractRepository.class, repository)
                        : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, noting));
    }

    private void note(Object asked) {
        if (asked instanceof ContractId id) {
            read.add(id);
        } else if (asked instanceof List<?> ids) {
            ids.forEach(this::note);
        }
    }
}
