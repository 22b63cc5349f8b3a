package io.silverdata.contract.examples.console.today;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractCounts;
import io.silverdata.contract.query.ContractQuery;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The first screen. */
@Controller
class TodayController implements Screen {
    private final Contracts contracts;

    TodayController(Contracts contracts) {
        this.contracts = contracts;
    }

    @GetMapping("/")
    String today(@ModelAttribute("page") PageContext page, Model model) {
        ContractCounts counts = contracts.counts(ContractQuery.all());
        model.addAttribute(
                "view",
                new TodayView(Arrays.stream(Status.values())
                        .map(status -> new TodayView.Count(
                                page.term("status", status),
                                page.number(counts.byStatus().getOrDefault(status, 0L)),
                                "/contracts?status=" + status))
                        .toList()));
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
        return 10;
    }
}
