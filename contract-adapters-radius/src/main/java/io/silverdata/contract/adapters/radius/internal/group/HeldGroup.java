package io.silverdata.contract.adapters.radius.internal.group;

import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.model.ProfileName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The group of a subscriber who is held back: the plan's group less what the hold replaces. Where the plan says nothing
 * besides, that is the hold's group itself; else it is a group of its own, named {@code hold@plan}. No plan is called so, as
 * its name has no {@code @}.
 */
public final class HeldGroup {
    private static final int MAX_NAME = 64;
    private static final int MAX_READABLE = 27;
    private static final String FALL_THROUGH = "Fall-Through";

    private HeldGroup() {}

    /** Whether a group is that of a hold, of whatever plan. */
    public static boolean isOf(ProfileName hold, String group) {
        return group.equals(hold.value()) || group.startsWith(readable(hold.value()) + "@");
    }

    /**
     * The group of the hold for who has this plan.
     *
     * @param rates the keys of the attributes that hold rates: those of the plan never count under a hold
     */
    static LoginRows.Group of(LoginRows.Group plan, LoginRows.Group hold, Set<String> rates) {
        List<Row> check = plus(hold.check(), plan.check(), Set.of());
        List<Row> reply = plus(hold.reply(), plan.reply(), rates);
        return check.size() == hold.check().size()
                        && reply.size() == hold.reply().size()
                ? hold
                : new LoginRows.Group(name(plan.name(), hold.name()), check, reply);
    }

    private static List<Row> plus(List<Row> hold, List<Row> plan, Set<String> replaced) {
        Set<String> held = keys(hold);
        return Stream.concat(
                        plan.stream()
                                .filter(row -> !row.is(FALL_THROUGH))
                                .filter(row -> !held.contains(GroupAttributes.key(row)))
                                .filter(row -> !replaced.contains(GroupAttributes.key(row))),
                        hold.stream())
                .toList();
    }

    private static Set<String> keys(List<Row> rows) {
        return rows.stream().map((Function<Row, String>) GroupAttributes::key).collect(Collectors.toUnmodifiableSet());
    }

    /** FreeRADIUS keeps 64 characters of a name. */
    private static String name(String plan, String hold) {
        String name = readable(hold) + "@" + plan;
        return name.length() <= MAX_NAME
                ? name
                : readable(hold) + "@" + UUID.nameUUIDFromBytes((hold + "@" + plan).getBytes(StandardCharsets.UTF_8));
    }

    private static String readable(String hold) {
        return hold.length() <= MAX_READABLE ? hold : hold.substring(0, MAX_READABLE);
    }
}
