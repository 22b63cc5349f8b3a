package io.silverdata.contract.examples.console.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every template its {@code page}, and every controller that takes one. */
@ControllerAdvice
class PageAdvice {
    private final PageFrame frame;

    PageAdvice(PageFrame frame) {
        this.frame = frame;
    }

    @ModelAttribute("page")
    PageContext page(HttpServletRequest request) {
        return new PageContext(request, frame);
    }
}
