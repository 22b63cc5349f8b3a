package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.RetransmissionPolicy;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.session.SessionResult;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
import io.silverdata.contract.adapters.radius.support.CountedStatements;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.OnlineSubscribers;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.adapters.radius.testkit.NasAnswer;
import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.NetworkConditions;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.testkit.ContractFixtures;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many orders in one call. */
class CarryOutTest {
    private static final int MANY = 60;
    // for a NAS that will not answer
    private static final RetransmissionPolicy HASTY = new RetransmissionPolicy(
            Duration.ofMillis(1_500), Duration.ofMillis(1_500), 1, Duration.ofMillis(1_500), 0);

    private final List<SessionResult> told = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private CountedStatements statements;

    @SuppressWarnings("NullAway.Init")
    private OnlineSubscribers here;

    @SuppressWarnings("NullAway.Init")
    private OnlineSubscribers there;

    @SuppressWarnings("NullAway.Init")
    private RadiusGateway gateway;

    @BeforeEach
    void open() {
        database = TestDatabases.sqlite(directory.resolve("radius.db"));
        statements = new CountedStatements(database);
        here = keep(new OnlineSubscribers(database, "192.0.2.1"));
        there = keep(new OnlineSubscribers(database, "192.0.2.2"));
        gateway = Gateways.withGroups(gateway(builder -> builder));
        assertApplied(gateway.carryOut(all(Enforcement.NONE, 0, MANY)));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Nested
    class Sessions {
        @ParameterizedTest
        @EnumSource(
                value = Enforcement.class,
                names = {"THROTTLE", "CAPTIVE", "HARD_BLOCK"})
        void of_all_logins_follow(Enforcement enforcement) {
            online(here, 0, MANY / 2);
            online(there, MANY / 2, MANY);

            assertApplied(gateway.carryOut(all(enforcement, 0, MANY)));

            assertThat(told)
                    .hasSize(MANY)
                    .extracting(SessionResult::outcome)
                    .containsOnly(enforcement == Enforcement.THROTTLE ? Outcome.CHANGE_ACKNOWLEDGED : Outcome.CLOSED);
            assertThat(gateway.readBack(all(enforcement, 0, MANY))).containsOnly(new Observation.InSync());
        }

        @Test
        void are_changed_at_a_nas_whose_answers_come_late_twice_and_out_of_order() {
            OnlineSubscribers slow = keep(new OnlineSubscribers(
                    database,
                    "192.0.2.3",
                    new NetworkConditions(0, 0, 1, Duration.ofMillis(10), Duration.ofMillis(5))));
            RadiusGateway gateway = gateway(builder -> builder.nas(slow.patientSettings()));
            online(slow, 0, MANY);

            assertApplied(gateway.carryOut(all(Enforcement.THROTTLE, 0, MANY)));

            assertThat(slow.nas().requests())
                    .as("no more than one request each")
                    .hasSize(MANY);
        }

        @Test
        void at_a_silent_nas_harm_their_own_logins_alone() {
            here.nas().behave(NasBehaviour.silent());
            online(here, 0, 10);
            online(there, 10, MANY);

            List<DeviceOutcome> outcomes = hasty(here).carryOut(all(Enforcement.HARD_BLOCK, 0, MANY));

            assertThat(outcomes.subList(0, 10))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(DeviceOutcome.NoAnswer.class));
            assertApplied(outcomes.subList(10, MANY));
            assertThat(there.nas().sessions().all()).isEmpty();
            here.nas().behave(here.nas().sessions());
        }

        @Test
        void at_a_silent_nas_are_given_up_together() {
            here.nas().behave(NasBehaviour.silent());
            online(here, 0, MANY);
            RadiusGateway narrow =
                    gateway(builder -> builder, nas -> nas.inFlight(4).retransmission(HASTY));

            List<DeviceOutcome> outcomes = narrow.carryOut(all(Enforcement.HARD_BLOCK, 0, MANY));

            assertThat(outcomes)
                    .hasSize(MANY)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(DeviceOutcome.NoAnswer.class));
            assertThat(here.nas().requests().stream()
                            .map(request -> request.text(44))
                            .distinct())
                    .as("side by side, until five had no answer")
                    .hasSizeBetween(5, 8);
        }

        @Test
        void at_a_nas_that_ignores_changes_are_closed_though_more_are_ignored_than_open_a_circuit() {
            online(here, 0, 12);
            RadiusGateway hasty = hasty(here);
            assertApplied(hasty.carryOut(all(Enforcement.HARD_BLOCK, 11, 12)));
            here.nas()
                    .behave((request, secret) -> request.code() == NasRequest.COA_REQUEST
                            ? List.of()
                            : here.nas().sessions().answer(request, secret));

            assertApplied(hasty.carryOut(all(Enforcement.THROTTLE, 0, 11)));

            assertThat(here.nas().sessions().all()).isEmpty();
        }

        @Test
        void at_a_nas_that_answers_few_are_given_up_together_too() {
            // an answer now and then keeps the circuit closed
            here.nas()
                    .behave((request, secret) -> request.text(44).orElse("").endsWith("9")
                            ? here.nas().sessions().answer(request, secret)
                            : List.of());
            online(here, 0, MANY);
            RadiusGateway narrow =
                    gateway(builder -> builder, nas -> nas.inFlight(10).retransmission(HASTY));

            List<DeviceOutcome> outcomes = narrow.carryOut(all(Enforcement.HARD_BLOCK, 0, MANY));

            assertThat(outcomes.stream()
                            .filter(new DeviceOutcome.Applied()::equals)
                            .count())
                    .isBetween(1L, 5L);
            assertThat(told)
                    .filteredOn(result -> result.outcome() == Outcome.NOT_SENT)
                    .anySatisfy(result -> assertThat(result.detail()).contains("left other requests of this call"));
        }

        @Test
        void that_their_nas_refuses_end_as_they_would_alone() {
            here.nas().behave((request, secret) -> {
                int number = Integer.parseInt(request.text(44).orElseThrow().substring(1));
                return switch (number % 4) {
                    case 0 -> here.nas().sessions().answer(request, secret);
                    case 1 -> nak(request, secret, 506);
                    case 2 -> nak(request, secret, 403);
                    default -> nak(request, secret, 503);
                };
            });
            online(here, 0, 20);

            List<DeviceOutcome> outcomes = gateway.carryOut(all(Enforcement.HARD_BLOCK, 0, 20));

            for (int i = 0; i < 20; i++) {
                assertThat(outcomes.get(i))
                        .as("session %d", i)
                        .isInstanceOf(
                                switch (i % 4) {
                                    case 1 -> DeviceOutcome.Unknown.class;
                                    case 2 -> DeviceOutcome.Refused.class;
                                    default -> DeviceOutcome.Applied.class;
                                });
            }
        }

        @Test
        void at_a_nas_whose_profile_throws_harm_their_own_logins_alone() {
            OnlineSubscribers odd = keep(new OnlineSubscribers(database, "192.0.2.3"));
            NasProfile broken = (NasProfile) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {NasProfile.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("identification")) {
                            throw new IllegalStateException("seeded");
                        }
                        return method.invoke(Gateways.mikrotik(), arguments);
                    });
            RadiusGateway gateway = gateway(builder -> builder.nas(
                    NasSettings.builder("odd", Gateways.endpoint(odd.nas().address()), broken)
                            .serves("192.0.2.3")
                            .build()));
            online(odd, 0, 1);
            online(here, 1, 3);

            List<DeviceOutcome> outcomes = gateway.carryOut(all(Enforcement.HARD_BLOCK, 0, 3));

            assertThat(outcomes.get(0)).isInstanceOf(DeviceOutcome.Unknown.class);
            assertApplied(outcomes.subList(1, 3));
        }
    }

    @Nested
    class Order {
        @Test
        void of_one_login_is_kept() {
            online(here, 0, 1);

            assertApplied(gateway.carryOut(List.of(
                    ensure(service(0, Enforcement.HARD_BLOCK)),
                    ensure(service(1, Enforcement.THROTTLE)),
                    ensure(service(0, Enforcement.NONE)),
                    new AccessOrder.Remove(service(1, Enforcement.NONE).user()))));

            assertThat(gateway.observe(service(0, Enforcement.NONE))).isEqualTo(new Observation.InSync());
            assertThat(gateway.observeRemoved(service(1, Enforcement.NONE).user()))
                    .isEqualTo(new Observation.InSync());
        }

        @Test
        void of_logins_that_differ_in_case_only_is_kept_and_each_ends_before_the_next() {
            AccessService ana = service(0, Enforcement.NONE);
            AccessService shouting = new AccessService(
                    ana.contract(),
                    new RadiusUser(ana.user().value().toUpperCase(Locale.ROOT)),
                    ana.profile(),
                    ana.rates(),
                    ana.enforcement());
            online(here, 0, 1);
            List<String> rows = new CopyOnWriteArrayList<>();
            here.nas().behave((request, secret) -> {
                rows.addAll(
                        database.rows("select count(*) from radusergroup where username = '" + shouting.user() + "'"));
                return here.nas().sessions().answer(request, secret);
            });

            assertApplied(gateway.carryOut(List.of(new AccessOrder.Remove(ana.user()), ensure(shouting))));

            assertThat(rows).as("when the session of the old login was closed").containsExactly("0");
            assertThat(gateway.observe(shouting)).isEqualTo(new Observation.InSync());
        }
    }

    @Nested
    class OneOfMany {
        @Test
        void whose_row_the_database_refuses_harms_itself_alone() {
            AccessService bad = service(7, Enforcement.THROTTLE);
            database.run("create trigger no before insert on radreply when new.username = '" + bad.user()
                    + "' begin select raise(abort, 'not this one'); end");

            List<DeviceOutcome> outcomes = gateway.carryOut(all(Enforcement.THROTTLE, 0, MANY));

            assertThat(outcomes.get(7))
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo("ROW_REFUSED"));
            outcomes = new ArrayList<>(outcomes);
            outcomes.remove(7);
            assertApplied(outcomes);
            assertThat(gateway.observe(service(7, Enforcement.NONE)))
                    .as("nothing of it is written")
                    .isEqualTo(new Observation.InSync());
        }

        @Test
        void without_a_password_harms_itself_alone_and_no_other_is_asked_for_one_again() {
            List<RadiusUser> asked = new CopyOnWriteArrayList<>();
            RadiusGateway forgetful = gateway(builder -> builder.credentials(user -> {
                asked.add(user);
                if (user.equals(service(MANY + 1, Enforcement.NONE).user())) {
                    throw new IllegalStateException("the vault is closed");
                }
                return new Password("a-password");
            }));

            List<DeviceOutcome> outcomes = forgetful.carryOut(all(Enforcement.NONE, MANY, MANY + 3));

            assertThat(outcomes.get(1)).isInstanceOf(DeviceOutcome.NotSent.class);
            assertApplied(List.of(outcomes.get(0), outcomes.get(2)));
            assertThat(asked).hasSize(3);
        }

        @Test
        void a_database_that_cannot_be_reached_is_asked_once() {
            database.breakIt();

            assertThat(gateway.carryOut(all(Enforcement.THROTTLE, 0, MANY)))
                    .hasSize(MANY)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(DeviceOutcome.NotSent.class));
        }
    }

    @Nested
    class Statements {
        @ParameterizedTest
        @EnumSource(
                value = Enforcement.class,
                names = {"THROTTLE", "HARD_BLOCK"})
        void are_as_many_for_ten_as_for_fifty(Enforcement enforcement) {
            online(here, 0, MANY);
            RadiusGateway counted = counted();
            counted.carryOut(all(enforcement, 0, 10));
            List<String> ten = statements.take();

            counted.carryOut(all(enforcement, 10, MANY));

            assertThat(kinds(statements.take())).isEqualTo(kinds(ten));
            assertThat(ten).as("two transactions").filteredOn("commit"::equals).hasSize(2);
        }

        @Test
        void look_at_accounting_once_a_round_for_all_sessions() {
            here.nas().sessions().acknowledgingOnly(true);
            online(here, 0, MANY);
            List<Duration> pauses = new CopyOnWriteArrayList<>();
            RadiusGateway counted = counted(builder -> builder.sleeper(pauses::add));

            counted.carryOut(all(Enforcement.HARD_BLOCK, 0, MANY));

            assertThat(statements.take())
                    .filteredOn(statement -> statement.contains("from radacct"))
                    .as("which sessions are open, and once before each pause and after the last")
                    .hasSize(1 + pauses.size() + 1);
        }

        @Test
        void look_for_sessions_that_the_nas_does_not_know_together() {
            here.nas().behave(NasBehaviour.refusing(503));
            online(here, 0, MANY);
            RadiusGateway counted = counted();

            assertApplied(counted.carryOut(all(Enforcement.HARD_BLOCK, 0, MANY)));

            assertThat(told).extracting(SessionResult::outcome).containsOnly(Outcome.NOT_FOUND);
            assertThat(statements.take())
                    .filteredOn(statement -> statement.contains("from radacct"))
                    .hasSizeLessThan(MANY);
        }

        @Test
        void of_reading_back_are_few() {
            RadiusGateway counted = counted();
            List<AccessOrder> orders = new ArrayList<>(all(Enforcement.NONE, 0, MANY));
            IntStream.range(MANY, 2 * MANY)
                    .mapToObj(n ->
                            new AccessOrder.Remove(service(n, Enforcement.NONE).user()))
                    .forEach(orders::add);

            assertThat(counted.readBack(orders)).hasSize(2 * MANY).containsOnly(new Observation.InSync());

            assertThat(statements.take()).hasSizeLessThan(15);
        }

        private RadiusGateway counted() {
            return counted(builder -> builder);
        }

        private RadiusGateway counted(UnaryOperator<RadiusGateway.Builder> settings) {
            RadiusGateway counted =
                    gateway(builder -> settings.apply(builder.dataSource(statements.dataSource(), database.dialect())));
            statements.take();
            return counted;
        }

        /** Without how many values there are. */
        private static List<String> kinds(List<String> statements) {
            return statements.stream()
                    .map(statement ->
                            statement.replaceAll("\\?(, \\?)*", "?").replaceAll("\\(\\?\\)(, \\(\\?\\))*", "(?)"))
                    .toList();
        }
    }

    private RadiusGateway gateway(UnaryOperator<RadiusGateway.Builder> settings) {
        return gateway(settings, nas -> nas);
    }

    private RadiusGateway gateway(
            UnaryOperator<RadiusGateway.Builder> settings, UnaryOperator<NasEndpoint.Builder> nas) {
        return keep(settings.apply(Gateways.withoutNas(database)
                        .nas(settings(here, "192.0.2.1", nas))
                        .nas(settings(there, "192.0.2.2", nas))
                        .sessionListener(told::add)
                        .sleeper(time -> true))
                .build());
    }

    /** Waits for the answers of one NAS but a little. */
    private RadiusGateway hasty(OnlineSubscribers at) {
        return keep(Gateways.withoutNas(database)
                .nas(settings(at, "192.0.2.1", nas -> nas.retransmission(HASTY)))
                .nas(settings(there, "192.0.2.2", nas -> nas))
                .sessionListener(told::add)
                .sleeper(time -> true)
                .build());
    }

    private static NasSettings settings(OnlineSubscribers at, String serves, UnaryOperator<NasEndpoint.Builder> nas) {
        NasEndpoint endpoint = nas.apply(Gateways.patient(at.nas().address())).build();
        return NasSettings.builder("nas " + serves, endpoint, Gateways.mikrotik())
                .serves(serves)
                .build();
    }

    private <T extends AutoCloseable> T keep(T one) {
        opened.add(one);
        return one;
    }

    private static void online(OnlineSubscribers at, int from, int to) {
        for (int n = from; n < to; n++) {
            at.comesOnline(service(n, Enforcement.NONE).user(), "s" + n);
        }
    }

    private static List<AccessOrder> all(Enforcement enforcement, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> ensure(service(n, enforcement)))
                .toList();
    }

    private static AccessOrder ensure(AccessService service) {
        return new AccessOrder.Ensure(service);
    }

    private static AccessService service(int n, Enforcement enforcement) {
        AccessService full = ContractFixtures.accessService(n);
        return new AccessService(full.contract(), full.user(), full.profile(), full.rates(), enforcement);
    }

    private static List<byte[]> nak(NasRequest request, String secret, int cause) {
        return List.of(NasAnswer.nak(request, secret, cause).packet());
    }

    private static void assertApplied(List<DeviceOutcome> outcomes) {
        assertThat(outcomes).isNotEmpty().containsOnly(new DeviceOutcome.Applied());
    }
}
