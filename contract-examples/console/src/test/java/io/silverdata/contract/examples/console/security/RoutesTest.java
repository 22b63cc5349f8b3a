package io.silverdata.contract.examples.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.web.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route that there is, asked without login, with too small a role, and without the token of a form. */
class RoutesTest {
    private static final Set<String> OPEN = Set.of("/login", "/error");
    private static final List<HttpMethod> WRITING =
            List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final Console console = Console.shared();

    private record Route(HttpMethod method, String path) {
        String text() {
            return method + " " + path;
        }

        Role role() {
            return Routes.role(method, path).orElseThrow();
        }
    }

    @Test
    void there_are_routes_to_walk() {
        assertThat(routes().map(Route::text)).contains("GET /", "GET /contracts", "GET /contracts.csv");
    }

    @TestFactory
    Stream<DynamicTest> a_route_is_in_the_table() {
        return routes().map(route -> DynamicTest.dynamicTest(
                route.text(),
                () -> assertThat(Routes.role(route.method(), route.path()))
                        .as("a line of Routes for %s", route.text())
                        .isPresent()));
    }

    @TestFactory
    Stream<DynamicTest> a_route_without_login_leads_to_the_login() {
        return routes().map(route -> DynamicTest.dynamicTest(route.text(), () -> {
            String target = redirect(request(route.method(), route.path()).with(csrf()));

            assertThat(target).isEqualTo("/login");
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_role_that_is_too_small_is_refused() {
        return routes().flatMap(route -> smaller(route.role())
                .map(role -> DynamicTest.dynamicTest(
                        route.text() + " as " + role,
                        () -> assertThat(status(request(route.method(), route.path())
                                        .with(user("somebody").roles(role))
                                        .with(csrf())))
                                .isEqualTo(403))));
    }

    @TestFactory
    Stream<DynamicTest> a_form_without_its_token_is_refused_to_everybody() {
        return routes().filter(route -> WRITING.contains(route.method()))
                .map(route -> DynamicTest.dynamicTest(
                        route.text(),
                        () -> assertThat(status(request(route.method(), route.path())
                                        .with(user("root").roles(Role.ADMIN.name()))))
                                .isEqualTo(403)));
    }

    @Test
    void a_path_that_no_line_allows_is_refused_to_everybody() throws Exception {
        assertThat(status(request(HttpMethod.DELETE, "/contracts")
                        .with(user("root").roles(Role.ADMIN.name()))
                        .with(csrf())))
                .isEqualTo(403);
    }

    /** Each role that may not, and no role at all. */
    private static Stream<String> smaller(Role needed) {
        return Stream.concat(
                Stream.of("NONE"),
                Arrays.stream(Role.values())
                        .filter(role -> !role.includes(needed))
                        .map(Role::name));
    }

    private Stream<Route> routes() {
        return console
                .bean(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping")
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(RoutesTest::routes)
                .filter(route -> !OPEN.contains(route.path()))
                .sorted((one, other) -> one.text().compareTo(other.text()));
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                        .stream()
                                .map(method -> new Route(
                                        method.asHttpMethod(),
                                        pattern.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000001"))));
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return console.mvc().perform(request).andReturn().getResponse().getStatus();
    }

    private String redirect(MockHttpServletRequestBuilder request) throws Exception {
        return Optional.ofNullable(
                        console.mvc().perform(request).andReturn().getResponse().getRedirectedUrl())
                .orElse("no redirect");
    }
}
