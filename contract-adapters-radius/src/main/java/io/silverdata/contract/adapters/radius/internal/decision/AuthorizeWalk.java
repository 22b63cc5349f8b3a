package io.silverdata.contract.adapters.radius.internal.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The decisions that FreeRADIUS' module {@code rlm_sql} may come to about a login, walked as it does: the check rows of the
 * login, its reply rows, then its groups in order, until one of them does not say {@code Fall-Through = Yes}. A row that
 * compares (such as {@code Calling-Station-Id ==}) holds for some requests and not for others: both are walked.
 *
 * <p>Assumes the module's defaults: {@code read_groups = yes} and no default profile.
 */
public final class AuthorizeWalk {
    private static final String FALL_THROUGH = "Fall-Through";
    private static final String AUTH_TYPE = "Auth-Type";
    private static final String USER_PROFILE = "User-Profile";
    private static final int MAX_COMPARISONS = 8;
    private static final Set<String> ASSIGNING = Set.of(":=", "+=");
    private static final Set<String> OPERATORS =
            Set.of("+=", "-=", ":=", "=", "!=", ">=", ">", "<=", "<", "=~", "!~", "=*", "!*", "==");
    // these are for the server, and are never compared with the request
    private static final Set<String> NEVER_COMPARED =
            Set.of("crypt-password", "auth-type", "autz-type", "acct-type", "session-type", "strip-user-name");
    private static final String LEGACY_PASSWORD = "user-password";

    private final LoginRows login;
    // whether the next comparison holds; beyond these, it does
    private final Deque<Boolean> answers;
    private final List<Boolean> asked = new ArrayList<>();
    private final PairList config = new PairList();
    private final PairList reply = new PairList();
    private final List<String> taken = new ArrayList<>();
    private boolean failed;

    private AuthorizeWalk(LoginRows login, List<Boolean> answers) {
        this.login = login;
        this.answers = new ArrayDeque<>(answers);
    }

    private enum FallThrough {
        YES,
        NO,
        DEFAULT
    }

    /** All decisions that it may come to, each once; first the one for a request for which every comparison holds. */
    public static List<AccessDecision> decisions(LoginRows login) {
        Set<AccessDecision> decisions = new LinkedHashSet<>();
        Deque<List<Boolean>> open = new ArrayDeque<>();
        open.add(List.of());
        while (!open.isEmpty()) {
            List<Boolean> answers = open.remove();
            AuthorizeWalk walk = new AuthorizeWalk(login, answers);
            decisions.add(walk.decide());
            for (int i = answers.size(); i < walk.asked.size(); i++) {
                List<Boolean> other = new ArrayList<>(walk.asked.subList(0, i));
                other.add(false);
                open.add(other);
            }
        }
        return List.copyOf(decisions);
    }

    /** Why the decisions cannot be walked: it has too many comparisons, or a profile is named besides the groups. */
    public static Optional<String> undecidable(LoginRows login) {
        List<List<Row>> checks = Stream.concat(
                        Stream.of(login.check()), login.groups().stream().map(LoginRows.Group::check))
                .toList();
        long comparisons = checks.stream()
                .filter(check -> check.stream().anyMatch(AuthorizeWalk::compares))
                .count();
        if (comparisons > MAX_COMPARISONS) {
            return Optional.of("more than " + MAX_COMPARISONS + " groups with rows that compare");
        }
        return checks.stream()
                .flatMap(List::stream)
                .filter(row -> row.is(USER_PROFILE))
                .findFirst()
                .map(row -> "a " + USER_PROFILE + " besides the groups");
    }

    /** Whether these reply rows say that the next group is read, too. */
    public static boolean fallsThrough(List<Row> replyRows) {
        return fallThrough(replyRows) == FallThrough.YES;
    }

    private AccessDecision decide() {
        FallThrough fallThrough = FallThrough.DEFAULT;
        if (!read(login.check()).isEmpty() && holds(login.check())) {
            config.merge(login.check());
            fallThrough = fallThrough(read(login.reply()));
            reply.merge(login.reply());
        }
        if (fallThrough != FallThrough.NO) {
            walkGroups();
        }
        return failed
                ? AccessDecision.failed()
                : new AccessDecision(
                        isAccepted(),
                        reply.rows().stream()
                                .filter(row -> !row.is(FALL_THROUGH))
                                .toList(),
                        taken);
    }

    private void walkGroups() {
        for (LoginRows.Group group : login.groups()) {
            if (!read(group.check()).isEmpty() && !holds(group.check())) {
                continue;
            }
            config.merge(group.check());
            reply.merge(read(group.reply()));
            taken.add(group.name());
            if (fallThrough(group.reply()) != FallThrough.YES) {
                return;
            }
        }
    }

    /** Whether the rows that compare do so with success, all together. */
    private boolean holds(List<Row> check) {
        List<Row> comparing = check.stream().filter(AuthorizeWalk::compares).toList();
        if (comparing.isEmpty()) {
            return true;
        }
        if (comparing.stream().anyMatch(AuthorizeWalk::neverHolds)) {
            return false;
        }
        boolean answer = Optional.ofNullable(answers.poll()).orElse(true);
        asked.add(answer);
        return answer;
    }

    private static boolean compares(Row row) {
        return !ASSIGNING.contains(row.op()) && !NEVER_COMPARED.contains(row.dictionaryName());
    }

    /** No request has what the server alone knows. */
    private static boolean neverHolds(Row row) {
        String name = row.dictionaryName();
        return isPassword(row) && !name.equals("chap-password") && !row.op().equals("!*");
    }

    private boolean isAccepted() {
        List<String> authTypes = config.rows().stream()
                .filter(row -> row.is(AUTH_TYPE))
                .map(row -> row.value().toLowerCase(Locale.ROOT))
                .toList();
        boolean accept =
                !authTypes.isEmpty() && authTypes.get(authTypes.size() - 1).equals("accept");
        return !authTypes.contains("reject")
                && (accept || config.rows().stream().anyMatch(AuthorizeWalk::isPassword));
    }

    private static boolean isPassword(Row row) {
        String name = row.dictionaryName();
        return (name.endsWith("-password") || name.equals("password-with-header")) && !name.equals(LEGACY_PASSWORD);
    }

    private List<Row> read(List<Row> rows) {
        failed |= !rows.stream().allMatch(AuthorizeWalk::isReadable);
        return rows;
    }

    /** One row that it cannot read makes the module fail. A value of an attribute that is not known here is taken to be. */
    private static boolean isReadable(Row row) {
        boolean valueRight = row.op().equals("=*") || row.op().equals("!*") || AttributeValue.isReadable(row);
        return OPERATORS.contains(row.op()) && valueRight;
    }

    private static FallThrough fallThrough(List<Row> replyRows) {
        return replyRows.stream()
                .filter(row -> row.is(FALL_THROUGH))
                .findFirst()
                .map(row -> switch (row.value().toLowerCase(Locale.ROOT)) {
                    case "yes", "1" -> FallThrough.YES;
                    case "no", "0" -> FallThrough.NO;
                    default -> FallThrough.DEFAULT;
                })
                .orElse(FallThrough.DEFAULT);
    }
}
