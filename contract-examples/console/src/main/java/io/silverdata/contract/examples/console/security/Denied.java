package io.silverdata.contract.examples.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** 403; but a form whose session is over goes to the login, since its token ended with the session. */
final class Denied implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        // the token is checked before the request knows its principal
        boolean isLoggedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        if (denied instanceof CsrfException && !isLoggedIn) {
            LoginEntry.toLogin(request, response, LoginEntry.EXPIRED);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
