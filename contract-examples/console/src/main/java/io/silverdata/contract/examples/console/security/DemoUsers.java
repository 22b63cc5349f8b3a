package io.silverdata.contract.examples.console.security;

import io.silverdata.contract.examples.console.web.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The users of a demo: one for each role, all with one password. */
public final class DemoUsers {
    /** In clear text: the login page shows it. */
    public static final String PASSWORD = "demo";

    private DemoUsers() {}

    /** The name of the user with a role. */
    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static List<UsersProperties.User> all() {
        return Arrays.stream(Role.values())
                .map(role -> new UsersProperties.User(name(role), "{noop}" + PASSWORD, role))
                .toList();
    }
}
