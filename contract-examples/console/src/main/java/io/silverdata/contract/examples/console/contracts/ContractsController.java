package io.silverdata.contract.examples.console.contracts;

import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.silverdata.contract.query.ContractQuery;
import io.vavr.control.Either;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The search for contracts. */
@Controller
class ContractsController implements Screen {
    private static final int ORDER = 20;

    private final ContractsPage contracts;
    private final ContractsCsv csv;

    ContractsController(ContractsPage contracts, ContractsCsv csv) {
        this.contracts = contracts;
        this.csv = csv;
    }

    @GetMapping(ContractsPage.PATH)
    String contracts(
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            Model model) {
        model.addAttribute("view", contracts.view(Form.of(parameters), page));
        return "contracts/contracts";
    }

    @GetMapping(ContractsPage.PATH + "/facets")
    String facets(
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            Model model) {
        model.addAttribute("view", contracts.facets(Form.of(parameters), page));
        return "contracts/facets";
    }

    @GetMapping(ContractsPage.PATH + ".csv")
    void export(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        Either<InvalidValue, ContractQuery> query = contracts.query(Filter.of(Form.of(parameters)));
        if (query.isLeft()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contracts.csv\"");
        csv.write(query.get(), response.getWriter());
    }

    @Override
    public String path() {
        return ContractsPage.PATH;
    }

    @Override
    public String key() {
        return "contracts";
    }

    @Override
    public int order() {
        return ORDER;
    }
}
