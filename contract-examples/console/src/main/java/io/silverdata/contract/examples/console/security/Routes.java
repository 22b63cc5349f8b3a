package io.silverdata.contract.examples.console.security;

import io.silverdata.contract.examples.console.web.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which role a route needs. The first line that fits counts; a request that fits none is refused. This is the only place that says so.
 */
public final class Routes {
    private static final String ANY = "/**";

    /** For everybody, logged in or not. */
    static final List<String> OPEN =
            List.of("/login", "/error", "/console.css", "/console.js", "/icon.svg", "/webjars/**", "/actuator/health");

    private static final List<Route> ALL = List.of(
            new Route(HttpMethod.POST, "/logout", Role.LOOK),
            new Route(HttpMethod.GET, "/actuator/**", Role.ADMIN),
            // selling and installing
            new Route(HttpMethod.GET, "/sell/**", Role.SELL),
            new Route(HttpMethod.GET, "/install/**", Role.SELL),
            new Route(HttpMethod.POST, "/sell/**", Role.SELL),
            new Route(HttpMethod.POST, "/install/**", Role.SELL),
            // commands on contracts
            new Route(HttpMethod.POST, "/contracts/*/erase", Role.ADMIN),
            new Route(HttpMethod.POST, "/contracts/*/notes/*/erase", Role.ADMIN),
            new Route(HttpMethod.POST, "/contracts/**", Role.OPERATE),
            // network and plant
            new Route(HttpMethod.POST, "/network/extras/**", Role.ADMIN),
            new Route(HttpMethod.POST, "/network/coexistence", Role.ADMIN),
            new Route(HttpMethod.POST, "/network/**", Role.OPERATE),
            new Route(HttpMethod.POST, "/plant/moves", Role.ADMIN),
            new Route(HttpMethod.POST, "/plant/moves/back", Role.ADMIN),
            new Route(HttpMethod.POST, "/plant/olts/*/write-off", Role.ADMIN),
            new Route(HttpMethod.POST, "/plant/write-offs/**", Role.ADMIN),
            new Route(HttpMethod.POST, "/plant/**", Role.OPERATE),
            // runs over many contracts
            new Route(HttpMethod.POST, "/debt/**", Role.ADMIN),
            new Route(HttpMethod.POST, "/bulk/**", Role.ADMIN),
            // previews try commands and undo them, which costs what the commands cost
            new Route(HttpMethod.GET, "/bulk/preview", Role.ADMIN),
            new Route(HttpMethod.GET, "/plant/splitters/*/outputs/*/move", Role.OPERATE),
            new Route(HttpMethod.GET, "/plant/moves/plan", Role.OPERATE),
            new Route(HttpMethod.GET, "/plant/moves/preview", Role.OPERATE),
            new Route(HttpMethod.GET, "/plant/olts/*/write-off", Role.ADMIN),
            // looking
            new Route(HttpMethod.GET, ANY, Role.LOOK));

    private Routes() {}

    /**
     * A line of the table.
     *
     * @param method of the request
     * @param pattern of its path
     * @param role that is needed
     */
    record Route(HttpMethod method, String pattern, Role role) {
        private static final PathPatternParser PARSER = new PathPatternParser();

        boolean fits(HttpMethod other, String path) {
            PathPattern parsed = PARSER.parse(pattern);
            return method.equals(other) && parsed.matches(PathContainer.parsePath(path));
        }
    }

    static List<Route> all() {
        return ALL;
    }

    /** The role for a request; empty if it is refused to everybody. */
    public static Optional<Role> role(HttpMethod method, String path) {
        return ALL.stream()
                .filter(route -> route.fits(method, path))
                .map(Route::role)
                .findFirst();
    }
}
