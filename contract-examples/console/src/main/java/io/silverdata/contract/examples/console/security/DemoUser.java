package io.silverdata.contract.examples.console.security;

import io.silverdata.contract.examples.console.web.Role;

/**
 * A user of the demo, for the login page.
 *
 * @param name to log in with
 * @param role what the user may do
 */
public record DemoUser(String name, Role role) {}
