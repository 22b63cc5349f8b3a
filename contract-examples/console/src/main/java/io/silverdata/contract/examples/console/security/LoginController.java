package io.silverdata.contract.examples.console.security;

import io.silverdata.contract.examples.console.web.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page; Spring Security takes its form. */
@Controller
class LoginController {
    private static final List<String> NOTES = List.of("error", "expired", "logout");

    private final boolean isDemo;

    LoginController(UsersProperties users) {
        isDemo = users.demo();
    }

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> parameters, Model model) {
        List<DemoUser> users = isDemo
                ? Arrays.stream(Role.values())
                        .map(role -> new DemoUser(DemoUsers.name(role), role))
                        .toList()
                : List.of();
        model.addAttribute(
                "view",
                new LoginView(NOTES.stream().filter(parameters::containsKey).toList(), users, DemoUsers.PASSWORD));
        return "login/login";
    }
}
