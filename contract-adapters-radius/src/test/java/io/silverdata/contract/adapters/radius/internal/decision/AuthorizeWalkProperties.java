package io.silverdata.contract.adapters.radius.internal.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Laws of the walk; that it is FreeRADIUS' own is for {@link AuthorizeWalkIT}. */
class AuthorizeWalkProperties {
    private static final Row PASSWORD = new Row("Cleartext-Password", ":=", "password");

    @Property
    void a_rejection_of_the_login_counts_whatever_else_is_there(@ForAll("logins") LoginRows login) {
        LoginRows rejected =
                new LoginRows(List.of(PASSWORD, new Row("Auth-Type", ":=", "Reject")), login.reply(), login.groups());

        assertThat(AuthorizeWalk.decisions(rejected)).noneMatch(AccessDecision::accepted);
    }

    @Property
    void nobody_is_let_in_without_a_password_or_an_auth_type(@ForAll("logins") LoginRows login) {
        LoginRows nameless = new LoginRows(List.of(), login.reply(), login.groups());

        assertThat(AuthorizeWalk.decisions(nameless))
                .noneMatch(AccessDecision::accepted)
                .as("the reply rows count only with check rows")
                .allMatch(decision -> decision.groups().size() <= login.groups().size());
    }

    @Property
    void groups_behind_one_that_does_not_fall_through_change_nothing(@ForAll("logins") LoginRows login) {
        List<LoginRows.Group> ended = new ArrayList<>(login.groups());
        ended.add(new LoginRows.Group("last", List.of(), List.of(new Row("Filter-Id", ":=", "last"))));
        List<LoginRows.Group> longer = new ArrayList<>(ended);
        longer.add(new LoginRows.Group("never", List.of(), List.of(new Row("Filter-Id", ":=", "never"))));

        assertThat(AuthorizeWalk.decisions(new LoginRows(login.check(), login.reply(), longer)))
                .isEqualTo(AuthorizeWalk.decisions(new LoginRows(login.check(), login.reply(), ended)));
    }

    @Property
    void each_comparison_at_most_doubles_the_decisions(@ForAll("logins") LoginRows login) {
        assertThat(AuthorizeWalk.decisions(login))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(16);
    }

    @Provide
    Arbitrary<LoginRows> logins() {
        Arbitrary<Row> condition = Arbitraries.just(new Row("Calling-Station-Id", "==", "here"));
        Arbitrary<Row> fallThrough = Arbitraries.of("Yes", "No").map(value -> new Row("Fall-Through", "=", value));
        Arbitrary<Row> reply = Combinators.combine(
                        Arbitraries.of("Filter-Id", "Cisco-AVPair", "Framed-Pool"),
                        Arbitraries.of(":=", "=", "+=", "==", "!=", "-=", "!*", "=*"),
                        Arbitraries.of("a", "b"))
                .as(Row::new);
        Arbitrary<List<Row>> replies = Arbitraries.frequencyOf(Tuple.of(3, reply), Tuple.of(1, fallThrough))
                .list()
                .ofMaxSize(4);
        Arbitrary<LoginRows.Group> group = Combinators.combine(
                        Arbitraries.of("a", "b", "c"), condition.list().ofMaxSize(1), replies)
                .as(LoginRows.Group::new);
        return Combinators.combine(
                        condition.list().ofMaxSize(1), replies, group.list().ofMaxSize(3))
                .as((check, rows, groups) -> {
                    List<Row> all = new ArrayList<>(check);
                    all.add(PASSWORD);
                    return new LoginRows(all, rows, groups);
                });
    }
}
