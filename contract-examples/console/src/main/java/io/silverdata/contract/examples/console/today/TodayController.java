package io.silverdata.contract.examples.console.today;

import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The first screen. */
@Controller
class TodayController implements Screen {
    private static final int ORDER = 10;

    private final TodayPage today;

    TodayController(TodayPage today) {
        this.today = today;
    }

    @GetMapping("/")
    String today(@ModelAttribute("page") PageContext page, Model model) {
        model.addAttribute("view", today.view(page));
        return "today/today";
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public String key() {
        return "today";
    }

    @Override
    public int order() {
        return ORDER;
    }
}
