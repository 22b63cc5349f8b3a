package io.silverdata.contract.adapters.radius.internal.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.Subscriber;
import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.attribute.ValueKind;
import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.credential.PasswordEncoding;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.internal.credential.CredentialIssuer;
import io.silverdata.contract.adapters.radius.internal.group.GroupAttributes;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.ReplyAttribute;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading.Complete;
import io.silverdata.contract.testkit.ContractFixtures;
import java.net.ConnectException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rows of a login must be, on every database. */
abstract class SubscriberRowsContract {
    private static final int WRITERS = 8;
    private static final int ROUNDS = 15;

    private final AccessService full = ContractFixtures.accessService(1);
    private final String user = full.user().value();
    private final List<RadiusGateway> others = new ArrayList<>();
    private final List<RadiusUser> asked = Collections.synchronizedList(new ArrayList<>());

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private RadiusGateway gateway;

    /** With empty tables. */
    abstract TestDatabase database();

    @BeforeEach
    void open() {
        database = database();
        gateway = Gateways.withGroups(Gateways.builder(database)
                .credentials(login -> {
                    asked.add(login);
                    return new Password("a-password-" + asked.size());
                })
                .build());
    }

    @AfterEach
    void close() {
        gateway.close();
        others.forEach(RadiusGateway::close);
    }

    /** Another gateway on the same database. */
    private RadiusGateway another(UnaryOperator<RadiusGateway.Builder> settings) {
        RadiusGateway made = settings.apply(Gateways.builder(database).credentials(login -> {
                    asked.add(login);
                    return new Password("a-password-" + asked.size());
                }))
                .build();
        others.add(made);
        return made;
    }

    private RadiusGateway adopting() {
        return another(builder -> builder.adoptsLogins(true));
    }

    @Nested
    class ManyAtOnce {
        @Test
        void many_observations_are_the_same_as_one_by_one_though_names_differ_in_case_only() {
            AccessService shouting = new AccessService(
                    full.contract(),
                    new RadiusUser(user.toUpperCase(Locale.ROOT)),
                    full.profile(),
                    full.rates(),
                    full.enforcement());
            AccessService neighbour = ContractFixtures.accessService(2);
            assertApplied(gateway.ensure(full));
            assertApplied(gateway.ensure(neighbour));
            List<AccessService> all = List.of(neighbour, shouting, full, ContractFixtures.accessService(3));

            for (List<AccessService> asked : List.of(all, all.subList(0, 2), all.subList(2, 4))) {
                assertThat(gateway.observeAll(asked))
                        .isEqualTo(asked.stream().map(gateway::observe).toList());
            }
        }

        @Test
        void many_observations_may_be_more_than_go_into_one_statement() {
            assertApplied(gateway.ensure(full));
            List<AccessService> asked = IntStream.rangeClosed(1, 2_500)
                    .mapToObj(ContractFixtures::accessService)
                    .toList();

            assertThat(gateway.observeAll(asked))
                    .hasSize(2_500)
                    .startsWith(new Observation.InSync())
                    .element(2_499)
                    .isInstanceOf(Observation.Drifted.class);
        }

        @Test
        void logins_are_only_those_that_this_library_made() {
            database.run("insert into radcheck (username, attribute, op, value) values ('admin', 'Cleartext-Password',"
                    + " ':=', 'x')");
            database.run("insert into radreply (username, attribute, op, value) values ('admin', 'Class', ':=', 'x')");
            assertApplied(gateway.ensure(full));

            assertThat(gateway.logins(Optional.empty(), 10))
                    .isEqualTo(new Complete<>(new LoginPage(List.of(full.user()), Optional.empty())));
        }
    }

    @Nested
    class Writing {
        @Test
        void a_new_login_has_one_password_one_group_and_one_tag_each_with_its_operator() {
            assertApplied(gateway.ensure(full));

            assertThat(check()).containsExactly("Cleartext-Password := a-password-1");
            assertThat(groups()).containsExactly("access-home-100 1");
            assertThat(reply()).singleElement().asString().matches("Class := sc-[0-9a-f]{12}-[0-9a-f]{8}-f");
        }

        @Test
        void a_password_is_asked_for_only_once() {
            assertApplied(gateway.ensure(full));
            assertApplied(gateway.ensure(with(Enforcement.THROTTLE)));
            assertApplied(gateway.ensure(with(Enforcement.HARD_BLOCK)));
            assertApplied(gateway.ensure(full));

            assertThat(asked).containsExactly(full.user());
        }

        @Test
        void a_row_that_is_right_is_not_written_again() {
            assertApplied(gateway.ensure(full));
            List<String> before = everything();

            assertApplied(gateway.ensure(full));

            assertThat(everything()).isEqualTo(before);
        }

        @Test
        void a_hold_comes_before_the_plan_and_goes_again() {
            assertApplied(gateway.ensure(full));

            assertApplied(gateway.ensure(with(Enforcement.THROTTLE)));
            assertThat(groups()).containsExactly("throttled -1", "access-home-100 1");

            assertApplied(gateway.ensure(with(Enforcement.CAPTIVE)));
            assertThat(groups()).containsExactly("captive -1", "access-home-100 1");

            assertApplied(gateway.ensure(full));
            assertThat(groups()).containsExactly("access-home-100 1");
        }

        @Test
        void a_blocked_login_is_rejected_and_keeps_password_and_plan() {
            assertApplied(gateway.ensure(full));

            assertApplied(gateway.ensure(with(Enforcement.HARD_BLOCK)));

            assertThat(check()).containsExactly("Cleartext-Password := a-password-1", "Auth-Type := Reject");
            assertThat(groups()).containsExactly("access-home-100 1");

            assertApplied(gateway.ensure(full));
            assertThat(check()).containsExactly("Cleartext-Password := a-password-1");
        }

        @Test
        void a_removed_login_has_no_row_left() {
            assertApplied(gateway.ensure(with(Enforcement.THROTTLE)));
            insertCheck("NT-Password", ":=", "00112233445566778899aabbccddeeff");
            insertCheck("Auth-Type", ":=", "Accept");

            assertApplied(gateway.remove(full.user()));

            assertThat(everything()).isEmpty();
        }

        @Test
        void rows_of_others_are_left_alone_whatever_happens() {
            assertApplied(gateway.ensure(full));
            insertCheck("Simultaneous-Use", ":=", "1");
            insertReply("Framed-IP-Address", "=", "192.0.2.7");
            insertReply("Class", "=", "vip");
            insertGroup("static-address", 9);

            assertApplied(gateway.ensure(full));
            assertApplied(gateway.ensure(with(Enforcement.CAPTIVE)));
            assertApplied(gateway.ensure(with(Enforcement.HARD_BLOCK)));
            assertThat(gateway.read(full.user()).orElseThrow().foreign())
                    .containsExactly(
                            "radcheck Simultaneous-Use",
                            "radreply Framed-IP-Address",
                            "radreply Class",
                            "radusergroup static-address");
            assertApplied(gateway.remove(full.user()));

            assertThat(check()).containsExactly("Simultaneous-Use := 1");
            assertThat(reply()).containsExactly("Framed-IP-Address = 192.0.2.7", "Class = vip");
            assertThat(groups()).containsExactly("static-address 9");
            assertThat(gateway.read(full.user())).isEmpty();
        }

        @Test
        void the_password_that_works_is_kept_and_the_others_are_deleted() {
            insertCheck("Cleartext-Password", "==", "never-worked");
            insertCheck("NT-Password", ":=", "00112233445566778899aabbccddeeff");
            insertCheck("Cleartext-Password", ":=", "came-too-late");

            assertApplied(adopting().ensure(full));

            assertThat(check()).containsExactly("NT-Password := 00112233445566778899aabbccddeeff");
            assertThat(asked).isEmpty();
        }

        @Test
        void a_password_that_cannot_work_is_replaced() {
            insertCheck("Cleartext-Password", "==", "never-worked");
            insertCheck("User-Password", ":=", "never-worked-either");

            assertApplied(adopting().ensure(full));

            assertThat(check()).containsExactly("Cleartext-Password := a-password-1");
        }

        @Test
        void a_row_that_somebody_deleted_is_written_again() {
            assertApplied(gateway.ensure(with(Enforcement.THROTTLE)));
            database.run("delete from radusergroup where groupname = 'throttled'");
            assertDrifted(gateway.observe(with(Enforcement.THROTTLE)), "hold group is none, should be throttled");

            assertApplied(gateway.ensure(with(Enforcement.THROTTLE)));

            assertThat(groups()).containsExactly("throttled -1", "access-home-100 1");
            assertThat(gateway.observe(with(Enforcement.THROTTLE))).isEqualTo(new Observation.InSync());
        }

        @Test
        void a_second_password_is_a_difference() {
            assertApplied(gateway.ensure(full));
            insertCheck("Cleartext-Password", ":=", "of-somebody-else");

            assertDrifted(gateway.observe(full), "2 passwords, should be 1");
        }

        @Test
        void a_login_of_another_contract_is_a_difference() {
            assertApplied(gateway.ensure(full));
            AccessService other = new AccessService(
                    ContractFixtures.contractId(2), full.user(), full.profile(), full.rates(), full.enforcement());

            assertDrifted(gateway.observe(other), "rows were written for another state, contract or rate");
        }
    }

    @Nested
    class Settings {
        private final AccessSettings fixed = AccessSettings.NONE
                .with(new IpAddress("203.0.113.7"))
                .withPrefix(new IpPrefix("2001:db8:1::/64"))
                .withDelegatedPrefix(new IpPrefix("2001:db8:7::/56"))
                .with(FramedRoute.to(new IpPrefix("198.51.100.64/28")))
                .with(FramedRoute.to(new IpPrefix("198.51.100.96/28")))
                .with(new ReplyAttribute("Session-Timeout", "3600"));

        private AccessService having(Enforcement enforcement, AccessSettings settings) {
            return new AccessService(full.contract(), full.user(), full.profile(), full.rates(), enforcement, settings);
        }

        private AccessService having(AccessSettings settings) {
            return having(Enforcement.NONE, settings);
        }

        /** Without the tag. */
        private List<String> told() {
            return reply().stream().filter(row -> !row.startsWith("Class")).toList();
        }

        @Test
        void are_rows_of_the_login_and_go_with_it() {
            assertApplied(gateway.ensure(having(fixed)));

            assertThat(told())
                    .containsExactly(
                            "Framed-IP-Address := 203.0.113.7",
                            "Framed-IPv6-Prefix := 2001:db8:1::/64",
                            "Delegated-IPv6-Prefix := 2001:db8:7::/56",
                            "Framed-Route += 198.51.100.64/28 0.0.0.0 1",
                            "Framed-Route += 198.51.100.96/28 0.0.0.0 1",
                            "Session-Timeout := 3600");
            assertThat(gateway.read(full.user()).orElseThrow().foreign()).isEmpty();
            assertThat(gateway.observe(having(fixed))).isEqualTo(new Observation.InSync());
            List<String> before = everything();
            assertApplied(gateway.ensure(having(fixed)));
            assertThat(everything()).isEqualTo(before);

            assertApplied(gateway.remove(full.user()));
            assertThat(everything()).isEmpty();
        }

        @Test
        void that_change_replace_their_rows_and_no_others() {
            assertApplied(gateway.ensure(having(fixed)));
            insertReply("Idle-Timeout", "=", "60");

            assertApplied(gateway.ensure(having(AccessSettings.NONE.with(new IpAddress("203.0.113.8")))));
            assertThat(told()).containsExactlyInAnyOrder("Idle-Timeout = 60", "Framed-IP-Address := 203.0.113.8");

            assertApplied(gateway.ensure(full));
            assertThat(told()).containsExactly("Idle-Timeout = 60");
            assertThat(gateway.read(full.user()).orElseThrow().foreign()).containsExactly("radreply Idle-Timeout");
        }

        @Test
        void a_row_that_somebody_changed_or_added_is_a_difference_and_put_right() {
            assertApplied(gateway.ensure(having(fixed)));
            database.run("update radreply set value = '203.0.113.99' where attribute = 'Framed-IP-Address'");
            insertReply("Framed-Route", "+=", "192.0.2.0/24 0.0.0.0 1");

            assertDrifted(gateway.observe(having(fixed)), "Framed-IP-Address is 203.0.113.99, should be 203.0.113.7");
            assertDrifted(gateway.observe(having(fixed)), "Framed-Route is 192.0.2.0/24 0.0.0.0 1 and");
            assertDrifted(gateway.observe(full), "Session-Timeout is 3600, should be none");

            assertApplied(gateway.ensure(having(fixed)));
            assertThat(told()).hasSize(6).contains("Framed-IP-Address := 203.0.113.7");
        }

        @Test
        void a_login_that_is_taken_over_keeps_the_address_that_the_contract_has_too() {
            insertCheck("Cleartext-Password", ":=", "of-old");
            insertReply("Framed-IP-Address", "=", "203.0.113.7");
            insertReply("Idle-Timeout", "=", "60");
            AccessService adopted = having(AccessSettings.NONE.with(new IpAddress("203.0.113.7")));

            assertApplied(adopting().ensure(adopted));

            assertThat(told()).containsExactlyInAnyOrder("Idle-Timeout = 60", "Framed-IP-Address := 203.0.113.7");
            assertThat(gateway.observe(adopted)).isEqualTo(new Observation.InSync());
        }

        @Test
        void stay_under_a_hold_but_addresses_go_where_its_group_gives_others() {
            assertApplied(gateway.ensure(having(Enforcement.THROTTLE, fixed)));
            assertThat(told()).hasSize(6);
            assertApplied(gateway.ensure(having(Enforcement.CAPTIVE, fixed)));
            assertThat(told()).hasSize(6);
            assertApplied(gateway.ensure(having(Enforcement.HARD_BLOCK, fixed)));
            assertThat(told()).hasSize(6);

            database.run("insert into radgroupreply (groupname, attribute, op, value) values"
                    + " ('captive', 'Framed-Pool', ':=', 'garden')");
            database.run("insert into radgroupreply (groupname, attribute, op, value) values"
                    + " ('throttled', 'Session-Timeout', ':=', '900')");
            assertApplied(gateway.ensure(having(Enforcement.CAPTIVE, fixed)));
            assertThat(told()).containsExactly("Session-Timeout := 3600");
            assertThat(gateway.observe(having(Enforcement.CAPTIVE, fixed))).isEqualTo(new Observation.InSync());
            assertApplied(gateway.ensure(having(Enforcement.THROTTLE, fixed)));
            assertThat(told()).hasSize(5).doesNotContain("Session-Timeout := 3600");
            assertApplied(gateway.ensure(having(fixed)));
            assertThat(told()).hasSize(6);
        }

        @Test
        void that_a_group_would_replace_are_refused_and_nothing_is_written() {
            database.run("insert into radgroupreply (groupname, attribute, op, value) values"
                    + " ('access-home-100', 'Session-Timeout', ':=', '86400')");

            assertCode(gateway.ensure(having(fixed)), "SETTINGS_NOT_GIVEN");
            assertThat(everything()).isEmpty();

            database.run("update radgroupreply set op = '=' where attribute = 'Session-Timeout'");
            assertApplied(gateway.ensure(having(fixed)));
        }

        @Test
        void an_attribute_that_nobody_knows_is_refused_unless_the_gateway_is_told_of_it() {
            AccessService other = having(AccessSettings.NONE.with(new ReplyAttribute("Acme-Vlan", "7")));

            assertCode(gateway.ensure(other), "ATTRIBUTE_UNKNOWN");
            assertCode(
                    gateway.ensure(having(AccessSettings.NONE.with(new ReplyAttribute("Session-Timeout", "soon")))),
                    "ATTRIBUTE_UNKNOWN");
            RadiusGateway acme = another(
                    builder -> builder.replyAttribute(AttributeType.vendor("Acme-Vlan", 32_473, 7, ValueKind.INTEGER)));
            assertApplied(acme.ensure(other));

            assertThat(told()).containsExactly("Acme-Vlan := 7");
        }
    }

    @Nested
    class Owning {
        @Test
        void a_group_of_others_at_the_priority_of_a_hold_stays_and_is_told() {
            assertApplied(gateway.ensure(full));
            insertGroup("daloRADIUS-Disabled-Users", -1);
            database.run("insert into radgroupcheck (groupname, attribute, op, value) values"
                    + " ('daloRADIUS-Disabled-Users', 'Auth-Type', ':=', 'Reject')");

            DeviceOutcome outcome = gateway.ensure(full);

            assertCode(outcome, "LOGIN_REJECTED");
            assertThat(groups()).containsExactly("daloRADIUS-Disabled-Users -1", "access-home-100 1");
            assertDrifted(gateway.observe(full), "radusergroup daloRADIUS-Disabled-Users");
        }

        @Test
        void a_group_of_others_at_the_priority_of_the_plan_stays_and_is_told() {
            assertApplied(gateway.ensure(full));
            insertGroup("vip", 1);

            assertCode(gateway.ensure(full), "FOREIGN_GROUP_FIRST");

            assertThat(groups()).containsExactly("access-home-100 1", "vip 1");
        }

        @Test
        void a_rejection_by_others_stays_and_is_told() {
            assertApplied(gateway.ensure(full));
            insertCheck("Auth-Type", ":=", "Reject");

            assertCode(gateway.ensure(full), "LOGIN_REJECTED");
            assertApplied(gateway.ensure(with(Enforcement.HARD_BLOCK)));
            assertCode(gateway.ensure(full), "LOGIN_REJECTED");

            assertThat(gateway.read(full.user()).orElseThrow().foreign()).contains("radcheck Auth-Type");
        }

        @Test
        void a_freed_login_is_refused_to_the_next_subscriber_while_something_of_the_last_one_is_there() {
            assertApplied(gateway.ensure(full));
            insertReply("Framed-IP-Address", ":=", "192.0.2.7");
            insertReply("Framed-Route", "+=", "198.51.100.0/24");
            assertApplied(gateway.remove(full.user()));
            AccessService next = of(ContractFixtures.contractId(2));

            DeviceOutcome refused = gateway.ensure(next);

            assertCode(refused, "LOGIN_NOT_CLEAN");
            assertThat(((DeviceOutcome.Refused) refused).detail()).contains("Framed-IP-Address", "Framed-Route");
            assertApplied(gateway.removeForeign(full.user()));
            assertApplied(gateway.ensure(next));
            assertThat(reply()).singleElement().asString().startsWith("Class ");
        }

        @Test
        void a_new_holder_gets_a_new_password() {
            assertApplied(gateway.ensure(full));

            assertApplied(gateway.ensure(of(ContractFixtures.contractId(2))));

            assertThat(check()).containsExactly("Cleartext-Password := a-password-2");
        }

        @Test
        void a_login_that_nobody_made_by_the_library_is_listed_and_removed_only_by_name() {
            assertApplied(gateway.ensure(full));
            assertApplied(another(builder -> builder.owner("east")).ensure(ContractFixtures.accessService(2)));
            RadiusUser pirate = new RadiusUser("pirate");
            database.run("insert into radcheck (username, attribute, op, value) values ('pirate',"
                    + " 'Cleartext-Password', ':=', 'of-the-pirate')");
            database.run("insert into radusergroup (username, groupname, priority) values ('stowaway', 'vip', 0)");

            assertThat(gateway.foreignLogins(Optional.empty(), 10))
                    .isEqualTo(new Complete<>(new ForeignLogins(List.of("pirate", "stowaway"), Optional.empty())));
            assertThat(foreign(Optional.of("pirate"), 1)).containsExactly("stowaway");
            assertThat(gateway.observeRemoved(pirate)).isInstanceOf(Observation.Drifted.class);
            assertCode(gateway.remove(pirate), "LOGIN_OF_OTHERS");
            assertCode(gateway.removeForeign(full.user()), "LOGIN_NOT_FOREIGN");

            assertApplied(gateway.removeForeign(pirate));

            assertThat(foreign(Optional.empty(), 10)).containsExactly("stowaway");
            assertThat(gateway.observeRemoved(pirate)).isEqualTo(new Observation.InSync());
            assertThat(gateway.observe(full)).isEqualTo(new Observation.InSync());
        }

        @Test
        void two_hosts_on_one_database_list_and_remove_their_own_logins_only() {
            RadiusGateway east = another(builder -> builder.owner("east"));
            RadiusGateway west = another(builder -> builder.owner("west"));
            AccessService eastern = ContractFixtures.accessService(1);
            AccessService western = ContractFixtures.accessService(2);
            assertApplied(east.ensure(eastern));
            assertApplied(west.ensure(western));

            assertThat(logins(east)).containsExactly(eastern.user());
            assertThat(logins(west)).containsExactly(western.user());
            assertThat(logins(gateway)).isEmpty();
            assertCode(east.ensure(western), "LOGIN_OF_ANOTHER_OWNER");
            assertCode(east.remove(western.user()), "LOGIN_OF_ANOTHER_OWNER");
            assertThat(west.observe(western)).isEqualTo(new Observation.InSync());
        }

        @Test
        void a_login_of_an_earlier_release_is_this_hosts_and_gets_its_mark() {
            assertApplied(gateway.ensure(with(Enforcement.THROTTLE)));
            database.run("delete from radcheck where attribute = 'Tmp-String-9'");

            assertThat(logins(gateway)).containsExactly(full.user());
            assertThat(foreign(Optional.empty(), 10)).isEmpty();
            assertThat(gateway.observe(with(Enforcement.THROTTLE))).isEqualTo(new Observation.InSync());
            insertGroup("daloRADIUS-Disabled-Users", -1);
            assertCode(gateway.ensure(full), "FOREIGN_GROUP_FIRST");
            database.run("delete from radusergroup where groupname = 'daloRADIUS-Disabled-Users'");

            assertApplied(gateway.ensure(full));

            assertThat(groups()).containsExactly("access-home-100 1");
            assertThat(database.rows("select value from radcheck where attribute = 'Tmp-String-9'"))
                    .containsExactly("sc|contract|" + full.contract() + "|access-home-100||");
            assertApplied(gateway.remove(full.user()));
            assertThat(everything()).isEmpty();
        }

        private List<String> foreign(Optional<String> after, int max) {
            return ((Complete<ForeignLogins>) gateway.foreignLogins(after, max))
                    .value()
                    .names();
        }

        private List<RadiusUser> logins(RadiusGateway of) {
            return ((Complete<LoginPage>) of.logins(Optional.empty(), 10))
                    .value()
                    .logins();
        }

        private AccessService of(ContractId contract) {
            return new AccessService(contract, full.user(), full.profile(), full.rates(), full.enforcement());
        }
    }

    @Nested
    class Passwords {
        @Test
        void a_lost_password_is_never_replaced_by_another_one_in_silence() {
            assertApplied(gateway.ensure(full));
            database.run("delete from radcheck where attribute = 'Cleartext-Password'");

            assertCode(gateway.ensure(full), "PASSWORD_LOST");

            assertThat(check()).isEmpty();
            assertThat(asked).hasSize(1);
        }

        @Test
        void a_lost_password_is_written_again_where_the_source_knows_it() {
            RadiusGateway remembering = another(builder ->
                    builder.credentials(CredentialSource.keeping(login -> new Password("kept-for-" + login.value()))));
            assertApplied(remembering.ensure(full));
            database.run("delete from radcheck where attribute = 'Cleartext-Password'");

            assertApplied(remembering.ensure(full));

            assertThat(check()).containsExactly("Cleartext-Password := kept-for-" + user);
        }

        @Test
        void a_password_is_rotated_and_nothing_else_changes() {
            assertApplied(gateway.ensure(full));
            List<String> before = reply();

            assertApplied(gateway.rotatePassword(full.user()));

            assertThat(check()).containsExactly("Cleartext-Password := a-password-2");
            assertThat(reply()).isEqualTo(before);
            assertThat(gateway.observe(full)).isEqualTo(new Observation.InSync());
            assertCode(gateway.rotatePassword(new RadiusUser("nobody")), "LOGIN_NOT_OURS");
            assertCode(another(builder -> builder.owner("east")).rotatePassword(full.user()), "LOGIN_OF_ANOTHER_OWNER");
        }
    }

    @Nested
    class Wiring {
        @Test
        void accounting_of_an_old_schema_is_refused_with_what_to_add() {
            database.run("alter table radacct drop column class");
            try {
                assertThatThrownBy(() -> Gateways.builder(database).build())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("alter table radacct add column class varchar(64)");
            } finally {
                database.run("alter table radacct add column class varchar(64)");
            }
        }

        @Test
        void a_database_that_cannot_be_reached_now_may_be_reached_later() {
            database.breakIt();

            try (RadiusGateway patient = Gateways.builder(database).build()) {
                database.heal();
                assertApplied(patient.ensure(full));
            }
        }
    }

    @Nested
    class Deciding {
        @ParameterizedTest
        @ValueSource(strings = {"==", "!=", "=*", "-=", "=~", "!*"})
        void a_rate_that_freeradius_does_not_send_is_refused_whatever_its_text_says(String op) {
            insertGroupReply("by-hand", "Mikrotik-Rate-Limit", op, "50M/100M");
            insertGroupReply("by-hand", "Framed-Pool", ":=", "home");

            assertCode(gateway.ensure(on(new ProfileName("by-hand"))), "GROUP_RATES_DIFFER");
        }

        @ParameterizedTest
        @ValueSource(strings = {"50m/100m", "50000k/100000K", "50M/100M 100M/200M 40M/80M 8/8", "50000000/100000000"})
        void a_rate_is_the_same_however_it_is_written(String text) {
            insertGroupReply("by-hand", "Mikrotik-Rate-Limit", ":=", text);

            AccessService service = on(new ProfileName("by-hand"));
            assertApplied(gateway.ensure(service));

            assertThat(gateway.observe(service)).isEqualTo(new Observation.InSync());
        }

        @Test
        void a_hold_that_the_logins_own_fall_through_makes_void_is_refused() {
            assertApplied(gateway.ensure(full));
            insertReply("Fall-Through", "=", "No");

            assertCode(gateway.ensure(with(Enforcement.THROTTLE)), "GROUP_PASSED_OVER");
            assertDrifted(gateway.observe(full), "Fall-Through");
        }

        @Test
        void a_hold_that_its_group_check_makes_void_is_refused() {
            assertApplied(gateway.ensure(full));
            database.run("insert into radgroupcheck (groupname, attribute, op, value) values"
                    + " ('throttled', 'NAS-Port-Type', '==', 'Ethernet')");
            try {
                assertCode(gateway.ensure(with(Enforcement.THROTTLE)), "GROUP_IS_CONDITIONAL");
            } finally {
                database.run("delete from radgroupcheck");
            }
        }

        @Test
        void a_hold_keeps_of_the_plan_what_it_does_not_replace() {
            ProfileName plan = new ProfileName("with-pool");
            gateway.plans()
                    .publish(PlanGroup.of(plan, Rates.ofMbps(100, 50))
                            .with(
                                    RadiusAttribute.text(Attributes.FRAMED_POOL, "home"),
                                    RadiusAttribute.integer(Attributes.ACCT_INTERIM_INTERVAL, 300)))
                    .get();
            AccessService throttled = held(plan, Enforcement.THROTTLE);

            assertApplied(gateway.ensure(throttled));

            assertThat(groups()).containsExactly("throttled@with-pool -1", "with-pool 1");
            assertThat(groupRows("throttled@with-pool"))
                    .containsExactlyInAnyOrder(
                            "Mikrotik-Rate-Limit := 1M/1M", "Framed-Pool := home", "Acct-Interim-Interval := 300");
            assertThat(gateway.observe(throttled)).isEqualTo(new Observation.InSync());

            gateway.plans()
                    .publish(PlanGroup.of(plan, Rates.ofMbps(100, 50))
                            .with(RadiusAttribute.text(Attributes.FRAMED_POOL, "office")))
                    .get();
            assertThat(groupRows("throttled@with-pool")).as("follows the plan").contains("Framed-Pool := office");
            assertThat(gateway.observe(throttled)).isEqualTo(new Observation.InSync());

            database.run("update radgroupreply set value = 'lab' where groupname = 'with-pool'"
                    + " and attribute = 'Framed-Pool'");
            assertDrifted(gateway.observe(throttled), "not the plan less what the hold replaces");
            assertApplied(gateway.ensure(throttled));
            assertThat(groupRows("throttled@with-pool")).contains("Framed-Pool := lab");
        }

        private AccessService held(ProfileName plan, Enforcement enforcement) {
            return new AccessService(full.contract(), full.user(), plan, Rates.ofMbps(100, 50), enforcement);
        }

        private List<String> groupRows(String group) {
            return database.rows("select attribute, op, value from radgroupreply where groupname = '" + group + "'");
        }
    }

    @Nested
    class Refusing {
        @Test
        void a_plan_without_a_group_is_refused_because_it_would_have_no_limit() {
            AccessService unknown = on(new ProfileName("no-such-plan"));

            assertRefused(gateway.ensure(unknown), "GROUP_WITHOUT_REPLY", "no-such-plan");
        }

        @Test
        void a_plan_whose_group_has_nothing_but_fall_through_is_refused() {
            insertGroupReply("hollow", "Fall-Through", "=", "Yes");

            assertRefused(gateway.ensure(on(new ProfileName("hollow"))), "GROUP_WITHOUT_REPLY", "hollow");
        }

        @Test
        void a_plan_whose_group_has_another_rate_is_refused() {
            insertGroupReply("slow", "Mikrotik-Rate-Limit", ":=", "1M/1M");

            assertRefused(
                    gateway.ensure(on(new ProfileName("slow"))),
                    "GROUP_RATES_DIFFER",
                    "Mikrotik-Rate-Limit is 1M/1M, should be 50M/100M");
        }

        @Test
        void a_hold_without_a_group_is_refused() {
            database.run("delete from radgroupreply where groupname = 'captive'");

            assertRefused(gateway.ensure(with(Enforcement.CAPTIVE)), "GROUP_WITHOUT_REPLY", "captive");
        }

        @Test
        void a_hold_whose_group_falls_through_is_refused() {
            insertGroupReply("throttled", "Fall-Through", "=", "Yes");

            assertRefused(gateway.ensure(with(Enforcement.THROTTLE)), "GROUP_FALLS_THROUGH", "throttled");
        }

        @Test
        void a_group_of_others_that_would_come_first_is_refused() {
            insertGroup("vip", 0);
            insertGroupReply("vip", "Session-Timeout", ":=", "60");

            DeviceOutcome outcome = adopting().ensure(full);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo("FOREIGN_GROUP_FIRST"));
            assertThat(check()).isEmpty();
            assertThat(groups()).containsExactly("vip 0");
        }

        @Test
        void a_group_of_others_that_falls_through_is_accepted() {
            insertGroup("vip", 0);
            insertGroupReply("vip", "Fall-Through", "=", "Yes");

            assertApplied(adopting().ensure(full));
        }

        @Test
        void a_host_without_a_password_leaves_nothing_written_and_its_message_is_not_repeated() {
            try (RadiusGateway mute = Gateways.builder(database)
                    .credentials(login -> {
                        throw new IllegalStateException(
                                "s3cret-in-a-message", new ConnectException("s3cret-in-its-cause"));
                    })
                    .build()) {
                DeviceOutcome outcome = mute.ensure(full);

                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                DeviceOutcome.NotSent.class,
                                unsent -> assertThat(unsent.detail())
                                        .contains(
                                                "the source of passwords threw java.lang.IllegalStateException",
                                                "caused by java.net.ConnectException",
                                                getClass().getName())
                                        .doesNotContain("s3cret"));
                assertThat(everything()).isEmpty();
            }
        }

        private void assertRefused(DeviceOutcome outcome, String code, String detail) {
            assertThat(outcome).isInstanceOfSatisfying(DeviceOutcome.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo(code);
                assertThat(refused.detail()).contains(detail);
            });
            assertThat(everything()).as("nothing is written before").isEmpty();
        }
    }

    @Nested
    class Competing {
        @Test
        void writers_of_one_new_login_leave_one_row_of_each_kind() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                AccessService fresh = ContractFixtures.accessService(100 + round);

                List<DeviceOutcome> outcomes = race(IntStream.range(0, WRITERS)
                        .mapToObj(writer -> writer % 2 == 0 ? fresh : with(fresh, Enforcement.THROTTLE))
                        .toList());

                String of = " where username = '" + fresh.user() + "'";
                assertThat(database.rows("select count(*) from radcheck" + of + " and attribute <> 'Tmp-String-9'"))
                        .containsExactly("1");
                assertThat(database.rows("select count(*) from radreply" + of)).containsExactly("1");
                assertThat(database.rows("select count(*) from radusergroup" + of + " and priority = 1"))
                        .containsExactly("1");
                assertThat(asked).as("passwords made").hasSize(round + 1);
                assertThat(outcomes)
                        .allSatisfy(outcome -> assertThat(outcome)
                                .isInstanceOfAny(DeviceOutcome.Applied.class, DeviceOutcome.Unknown.class));
            }
        }

        @Test
        void a_writer_who_was_overtaken_does_not_record_sessions_as_in_sync() {
            SubscriberWriter writer = writer();
            ClassTag mine = tagAfter(writer, full);
            ClassTag theirs = tagAfter(writer, with(Enforcement.THROTTLE));
            assertThat(writer.recordInSync(List.of(new SubscriberWriter.InSync(full.user(), theirs))))
                    .containsExactly(new DeviceOutcome.Applied());

            List<DeviceOutcome> recorded = writer.recordInSync(List.of(new SubscriberWriter.InSync(full.user(), mine)));

            assertThat(recorded)
                    .containsExactly(new DeviceOutcome.Unknown("another writer changed " + full.user() + " meanwhile"));
            assertDrifted(gateway.observe(with(Enforcement.THROTTLE)), "open sessions have not followed yet");
        }

        private List<DeviceOutcome> race(List<AccessService> services) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(services.size());
            try {
                CountDownLatch start = new CountDownLatch(1);
                List<Future<DeviceOutcome>> running = services.stream()
                        .map(service -> threads.submit(() -> {
                            start.await();
                            return gateway.ensure(service);
                        }))
                        .toList();
                start.countDown();
                return running.stream().map(this::result).toList();
            } finally {
                threads.shutdownNow();
            }
        }

        private DeviceOutcome result(Future<DeviceOutcome> running) {
            try {
                return running.get();
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    @Nested
    class Reading {
        @Test
        void open_sessions_come_the_newest_first_without_the_ended_ones() {
            insertSession("s-1", "u-1", full.user(), "null");
            insertSession("s-2", "u-2", full.user(), "null");
            insertSession("s-3", "u-3", full.user(), "acctstarttime");
            insertSession("s-4", "u-4", ContractFixtures.radiusUser(2), "null");

            Map<RadiusUser, List<Session>> found = gateway.openSessions(List.of(full.user()));

            assertThat(found).containsOnlyKeys(full.user());
            List<Session> sessions = found.getOrDefault(full.user(), List.of());
            assertThat(sessions).extracting(Session::sessionId).containsExactly("s-2", "s-1");
            Session newest = sessions.get(0);
            assertThat(newest.nasAddress()).isEqualTo("192.0.2.1");
            assertThat(newest.framedIpAddress()).contains("198.51.100.9");
            assertThat(newest.nasPortId()).contains("eth 1/1;7");
            assertThat(newest.started().orElseThrow()).hasToString("2026-03-01T12:00:00Z");
        }

        @Test
        void open_sessions_of_any_number_of_logins_are_found() {
            List<RadiusUser> users = IntStream.range(0, 2_500)
                    .mapToObj(ContractFixtures::radiusUser)
                    .toList();
            Stream.of(0, 999, 1_000, 2_499).forEach(n -> insertSession("s", "u-" + n, users.get(n), "null"));

            Map<RadiusUser, List<Session>> found = gateway.openSessions(users);

            assertThat(found).containsOnlyKeys(users.get(0), users.get(999), users.get(1_000), users.get(2_499));
        }

        @Test
        void a_login_is_read_with_its_state() {
            assertApplied(gateway.ensure(with(Enforcement.CAPTIVE)));

            Subscriber subscriber = gateway.read(full.user()).orElseThrow();

            assertThat(subscriber.planGroup()).contains("access-home-100");
            assertThat(subscriber.holdGroup()).contains("captive");
            assertThat(subscriber.rejected()).isFalse();
            assertThat(subscriber.credentials()).containsExactly("Cleartext-Password");
            assertThat(subscriber.sessionsInSync()).isTrue();
            assertThat(subscriber.foreign()).isEmpty();
        }
    }

    private static ClassTag tagAfter(SubscriberWriter writer, AccessService service) {
        return ((WriteResult.Written)
                        writer.write(List.of(new AccessOrder.Ensure(service))).get(0))
                .tag();
    }

    /** The writer of a gateway, to act between its steps. */
    private SubscriberWriter writer() {
        return new SubscriberWriter(
                database.radiusDatabase(),
                new GroupAttributes(List.of(Gateways.mikrotik())),
                new HoldGroups(Gateways.THROTTLED, Gateways.CAPTIVE),
                new CredentialIssuer(
                        login -> new Password("a-password"), PasswordEncoding.CLEARTEXT, new SecureRandom()),
                new LoginOwner(LoginOwner.DEFAULT_NAME, false),
                new SettingsRows(List.of()),
                new SecureRandom());
    }

    AccessService full() {
        return full;
    }

    RadiusGateway gateway() {
        return gateway;
    }

    TestDatabase tables() {
        return database;
    }

    private AccessService with(Enforcement enforcement) {
        return with(full, enforcement);
    }

    private static AccessService with(AccessService service, Enforcement enforcement) {
        return new AccessService(service.contract(), service.user(), service.profile(), service.rates(), enforcement);
    }

    private AccessService on(ProfileName profile) {
        return new AccessService(full.contract(), full.user(), profile, Rates.ofMbps(100, 50), Enforcement.NONE);
    }

    private List<String> check() {
        return database.rows("select attribute, op, value from radcheck where username = '" + user
                + "' and attribute <> 'Tmp-String-9' order by id");
    }

    private List<String> reply() {
        return database.rows("select attribute, op, value from radreply where username = '" + user + "' order by id");
    }

    private List<String> groups() {
        return database.rows(
                "select groupname, priority from radusergroup where username = '" + user + "' order by priority, id");
    }

    private List<String> everything() {
        return Stream.of("radcheck", "radreply", "radusergroup")
                .flatMap(table -> database.rows("select * from " + table + " order by id").stream())
                .toList();
    }

    private void insertCheck(String attribute, String op, String value) {
        insertItem("radcheck", "username", user, attribute, op, value);
    }

    private void insertReply(String attribute, String op, String value) {
        insertItem("radreply", "username", user, attribute, op, value);
    }

    private void insertGroupReply(String group, String attribute, String op, String value) {
        insertItem("radgroupreply", "groupname", group, attribute, op, value);
    }

    private void insertItem(String table, String key, String name, String attribute, String op, String value) {
        database.run("insert into " + table + " (" + key + ", attribute, op, value) values ('" + name + "', '"
                + attribute + "', '" + op + "', '" + value + "')");
    }

    private void insertGroup(String group, int priority) {
        database.run("insert into radusergroup (username, groupname, priority) values ('" + user + "', '" + group
                + "', " + priority + ")");
    }

    private void insertSession(String session, String unique, RadiusUser login, String stop) {
        String start = switch (database.dialect()) {
            case POSTGRESQL -> "timestamp with time zone '2026-03-01 12:00:00+00'";
            case MARIADB -> "from_unixtime(1772366400)";
            case SQLITE -> "1772366400";
        };
        database.run("insert into radacct (acctsessionid, acctuniqueid, username, nasipaddress, nasportid,"
                + " acctstarttime, acctstoptime, framedipaddress) values ('" + session + "', '" + unique + "', '"
                + login + "', '192.0.2.1', 'eth 1/1=3B7', " + start + ", "
                + stop.replace("acctstarttime", start) + ", '198.51.100.9')");
    }

    private static void assertCode(DeviceOutcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused ->
                                assertThat(refused.code()).as(refused.detail()).isEqualTo(code));
    }

    private static void assertApplied(DeviceOutcome outcome) {
        assertThat(outcome).isEqualTo(new DeviceOutcome.Applied());
    }

    private static void assertDrifted(Observation observation, String detail) {
        assertThat(observation).isInstanceOfSatisfying(Observation.Drifted.class, drifted -> {
            assertThat(drifted.drift().kind()).isEqualTo(Drift.Kind.DIFFERENT);
            assertThat(drifted.drift().detail()).contains(detail);
        });
    }
}
