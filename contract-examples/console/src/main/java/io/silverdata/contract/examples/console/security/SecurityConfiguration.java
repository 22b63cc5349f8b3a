package io.silverdata.contract.examples.console.security;

import io.silverdata.contract.examples.console.web.Role;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Login by form, a role for each route, and the headers of every answer. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    /** Nothing but what the console itself serves; no inline script, no inline style, no frame. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=()";

    @Bean
    SecurityFilterChain console(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll();
            requests.requestMatchers(Routes.OPEN.toArray(String[]::new)).permitAll();
            for (Routes.Route route : Routes.all()) {
                requests.requestMatchers(route.method(), route.pattern()).hasAnyRole(including(route.role()));
            }
            requests.anyRequest().denyAll();
        });
        http.formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/"));
        http.logout(logout -> logout.logoutSuccessUrl("/login?logout"));
        http.exceptionHandling(
                errors -> errors.authenticationEntryPoint(new LoginEntry()).accessDeniedHandler(new Denied()));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY)));
        return http.build();
    }

    @Bean
    UserDetailsService users(UsersProperties properties) {
        List<UsersProperties.User> users = properties.demo() ? DemoUsers.all() : properties.users();
        if (users.isEmpty()) {
            throw new IllegalStateException(
                    "nobody could log in: set console.users[0].name, .password ({bcrypt}...) and .role, or console.demo=true");
        }
        if (properties.demo()) {
            LOG.info(
                    "a demo: log in as {}, with the password {}",
                    Arrays.stream(Role.values()).map(DemoUsers::name).toList(),
                    DemoUsers.PASSWORD);
        }
        return new InMemoryUserDetailsManager(users.stream()
                .map(user -> User.withUsername(user.name())
                        .password(user.password())
                        .roles(user.role().name())
                        .build())
                .toList());
    }

    private static String[] including(Role role) {
        return Arrays.stream(Role.values())
                .filter(other -> other.includes(role))
                .map(Role::name)
                .toArray(String[]::new);
    }
}
