package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.OnlineSubscribers;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.adapters.radius.testkit.NasAnswer;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.testkit.ContractFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Many orders in one call end as they do one after the other, and leave the same behind. */
class CarryOutProperties {
    private static final int LOGINS = 5;

    /** What the NAS answers to requests about a login; 0 is what a NAS with sessions does. */
    private static final List<Integer> CAUSES = List.of(0, 0, 0, 401, 402, 403, 407, 501, 503, 506, 508);

    /**
     * How it begins.
     *
     * @param enforcement of each login at first
     * @param online how many sessions each login has
     * @param cause what the NAS answers about it
     */
    record Situation(List<Enforcement> enforcement, List<Integer> online, List<Integer> cause) {}

    /** What is left: outcomes, rows without chance, sessions. */
    record Left(List<String> outcomes, List<String> rows, List<String> sessions, List<String> accounting) {}

    @Property(tries = 60)
    void a_batch_is_its_orders_one_by_one(
            @ForAll("situations") Situation situation, @ForAll("mixes") List<AccessOrder> orders) {
        Left batch = after(situation, RadiusGateway::carryOut, orders);

        Left singles = after(
                situation,
                (gateway, all) -> all.stream()
                        .map(order -> order instanceof AccessOrder.Ensure ensure
                                ? gateway.ensure(ensure.service())
                                : gateway.remove(order.user()))
                        .toList(),
                orders);

        assertThat(batch).isEqualTo(singles);
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Combinators.combine(
                        Arbitraries.of(Enforcement.class).list().ofSize(LOGINS),
                        Arbitraries.integers().between(0, 2).list().ofSize(LOGINS),
                        Arbitraries.of(CAUSES).list().ofSize(LOGINS))
                .as(Situation::new);
    }

    @Provide
    Arbitrary<List<AccessOrder>> mixes() {
        Arbitrary<AccessService> services = Combinators.combine(
                        Arbitraries.integers().between(0, LOGINS - 1),
                        Arbitraries.of(Enforcement.class),
                        Arbitraries.integers().between(0, 9))
                .as(CarryOutProperties::service);
        Arbitrary<AccessOrder> ensures = services.map(AccessOrder.Ensure::new);
        Arbitrary<AccessOrder> removals = services.map(service -> new AccessOrder.Remove(service.user()));
        return Arbitraries.frequencyOf(Tuple.of(2, ensures), Tuple.of(1, removals))
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    /** Now and then another spelling of the login, another plan, or a plan that is refused. */
    private static AccessService service(int n, Enforcement enforcement, int special) {
        AccessService full = ContractFixtures.accessService(n);
        AccessService plan = special == 1
                ? new AccessService(
                        full.contract(),
                        full.user(),
                        ContractFixtures.fasterPlan().accessProfile(),
                        ContractFixtures.fasterPlan().rates(),
                        full.enforcement())
                : special == 2 ? Gateways.withoutGroup(full) : full;
        RadiusUser user = special == 3 ? new RadiusUser(full.user().value().toUpperCase(Locale.ROOT)) : full.user();
        return new AccessService(plan.contract(), user, plan.profile(), plan.rates(), enforcement);
    }

    private static Left after(
            Situation situation,
            BiFunction<RadiusGateway, List<AccessOrder>, List<DeviceOutcome>> way,
            List<AccessOrder> orders) {
        Path directory = temporary();
        TestDatabase database = TestDatabases.sqlite(directory.resolve("radius.db"));
        try (OnlineSubscribers nas = new OnlineSubscribers(database, "192.0.2.1");
                RadiusGateway gateway = Gateways.withGroups(Gateways.withoutNas(database)
                        .nas(nas.patientSettings())
                        .sleeper(time -> true)
                        .build())) {
            begin(situation, gateway, nas);
            List<DeviceOutcome> outcomes = way.apply(gateway, orders);
            return new Left(
                    outcomes.stream().map(CarryOutProperties::kind).toList(),
                    rows(database),
                    nas.nas().sessions().all().stream()
                            .map(NasSession::toString)
                            .toList(),
                    database.rows("select acctsessionid from radacct where acctstoptime is null order by 1"));
        } finally {
            delete(directory);
        }
    }

    private static void begin(Situation situation, RadiusGateway gateway, OnlineSubscribers nas) {
        for (int n = 0; n < LOGINS; n++) {
            AccessService service = service(n, situation.enforcement().get(n), 0);
            assertThat(gateway.ensure(service)).isEqualTo(new DeviceOutcome.Applied());
            for (int session = 0; session < situation.online().get(n); session++) {
                nas.comesOnline(service.user(), "s" + n + "-" + session);
            }
        }
        Map<String, Integer> causes = new HashMap<>();
        for (int n = 0; n < LOGINS; n++) {
            causes.put("s" + n, situation.cause().get(n));
        }
        nas.nas().behave((request, secret) -> {
            String session = request.text(44).orElseThrow();
            int cause = causes.getOrDefault(session.substring(0, session.indexOf('-')), 0);
            return cause == 0
                    ? nas.nas().sessions().answer(request, secret)
                    : List.of(NasAnswer.nak(request, secret, cause).packet());
        });
    }

    private static String kind(DeviceOutcome outcome) {
        return outcome instanceof DeviceOutcome.Refused refused
                ? refused.code()
                : outcome.getClass().getSimpleName();
    }

    private static List<String> rows(TestDatabase database) {
        List<String> rows = new ArrayList<>(
                database.rows("select username, attribute, op, value from radcheck order by 1, 2, 3, 4"));
        // the version of the rows is drawn by chance
        rows.addAll(database.rows("select username, attribute, op, substr(value, 1, 15), substr(value, 25)"
                + " from radreply order by 1, 2, 3, 4"));
        rows.addAll(database.rows("select username, groupname, priority from radusergroup order by 1, 2, 3"));
        return rows;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("carry-out");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
