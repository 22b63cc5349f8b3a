package io.silverdata.contract.examples.console.security;

import java.util.List;

/**
 * The login page.
 *
 * @param notes why it is shown, keys of messages after {@code login.}
 * @param users of the demo; empty if it is none
 * @param password of the demo's users
 */
public record LoginView(List<String> notes, List<DemoUser> users, String password) {

    public LoginView {
        notes = List.copyOf(notes);
        users = List.copyOf(users);
    }
}
