package io.silverdata.contract.examples.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends a visitor without a login to the login page; a part of a page that htmx asks for takes the whole page along. */
final class LoginEntry implements AuthenticationEntryPoint {
    static final String LOGIN = "/login";
    static final String EXPIRED = "/login?expired";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        // a session cookie that names no session: the person was logged in before
        toLogin(request, response, request.getRequestedSessionId() == null ? LOGIN : EXPIRED);
    }

    static void toLogin(HttpServletRequest request, HttpServletResponse response, String login) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(request.getContextPath() + login);
        } else {
            response.setHeader("HX-Redirect", request.getContextPath() + login);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
