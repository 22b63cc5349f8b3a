package io.silverdata.contract.examples.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.silverdata.contract.examples.console.support.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class LoginTest {
    private final Console console = Console.shared();

    @Test
    void a_user_of_the_demo_logs_in_with_the_password_that_the_page_shows() throws Exception {
        String page = answer(get("/login")).getContentAsString();

        MockHttpServletResponse right = console.mvc()
                .perform(formLogin().user("sell").password("demo"))
                .andReturn()
                .getResponse();

        assertThat(page).contains("<code>sell</code>", "demo");
        assertThat(right.getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void a_wrong_password_is_told_and_says_not_whether_the_user_exists() throws Exception {
        for (String name : List.of("sell", "nobody")) {
            MockHttpServletResponse wrong = console.mvc()
                    .perform(formLogin().user(name).password("wrong"))
                    .andReturn()
                    .getResponse();

            assertThat(wrong.getRedirectedUrl()).isEqualTo("/login?error");
        }
        assertThat(answer(get("/login?error")).getContentAsString()).contains("User or password is wrong.");
    }

    @Test
    void a_form_whose_session_is_over_goes_to_the_login_and_says_so() throws Exception {
        MockHttpServletResponse late = answer(post("/logout"));

        assertThat(late.getRedirectedUrl()).isEqualTo("/login?expired");
        assertThat(answer(get("/login?expired")).getContentAsString()).contains("Your session is over.");
    }

    @Test
    void a_part_of_a_page_that_htmx_asks_for_takes_the_whole_page_to_the_login() throws Exception {
        MockHttpServletResponse part = answer(get("/contracts").header("HX-Request", "true"));

        assertThat(part.getStatus()).isEqualTo(401);
        assertThat(part.getHeader("HX-Redirect")).isEqualTo("/login");
        assertThat(part.getContentAsString()).isEmpty();
    }

    @Test
    void every_page_forbids_inline_scripts_frames_and_foreign_content() throws Exception {
        for (MockHttpServletResponse page :
                List.of(answer(get("/login")), answer(get("/").with(user("look").roles("LOOK"))))) {
            assertThat(page.getHeader("Content-Security-Policy"))
                    .contains("default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.getHeader("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.getHeader("Cache-Control")).contains("no-store");
            assertThat(page.getContentAsString())
                    .doesNotContain("<script>", " onclick=", " onload=", " style=")
                    .doesNotContain("http://", "https://");
        }
    }

    @Test
    void the_session_cookie_is_for_this_site_and_no_script_and_secure_behind_https() throws Exception {
        String plain = cookie();
        String proxied = cookie("X-Forwarded-Proto", "https");

        assertThat(plain).contains("HttpOnly", "SameSite=Strict").doesNotContain("Secure");
        assertThat(proxied).contains("HttpOnly", "SameSite=Strict", "Secure");
    }

    @Test
    void without_a_demo_somebody_must_be_able_to_log_in() {
        assertThatThrownBy(() -> new SecurityConfiguration().users(new UsersProperties(false, List.of())))
                .hasMessageContaining("console.users[0].name");
    }

    /** Of the real server: MockMvc knows no cookies of sessions. */
    private String cookie(String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url("/login")));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> login =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return login.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return console.mvc().perform(request).andReturn().getResponse();
    }
}
