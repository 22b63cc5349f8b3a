package io.silverdata.contract.examples.console.security;

import io.silverdata.contract.examples.console.web.Role;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may log in.
 *
 * @param demo whether the provider is a demo: then there is a user for each role
 * @param users the staff, where it is not
 */
@ConfigurationProperties("console")
record UsersProperties(
        @DefaultValue("true") boolean demo, @DefaultValue List<User> users) {

    /**
     * A person.
     *
     * @param name to log in with, which stands in the trail of every command
     * @param password encoded, such as {@code {bcrypt}$2a$…}
     * @param role what the person may do
     */
    record User(String name, String password, Role role) {}
}
