package io.silverdata.contract.examples.console.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is shown when a request ends with an error: words for people, and nothing of the program's inside. */
@Controller
public class ErrorPage implements ErrorController {
    private static final int UNKNOWN = 500;
    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 409, 413, UNKNOWN, 503);

    private static final String EXPLANATION = ErrorPage.class.getName() + ".explanation";

    /** Chooses another text than that of the status. */
    public static void explain(HttpServletRequest request, String texts) {
        request.setAttribute(EXPLANATION, texts);
    }

    @RequestMapping("/error")
    String error(HttpServletRequest request, Model model) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        model.addAttribute("status", status);
        model.addAttribute(
                "explained", Objects.requireNonNullElseGet(request.getAttribute(EXPLANATION), () -> texts(status)));
        return "error/error";
    }

    private static int texts(int status) {
        return EXPLAINED.contains(status) ? status : status < UNKNOWN ? 400 : UNKNOWN;
    }
}
