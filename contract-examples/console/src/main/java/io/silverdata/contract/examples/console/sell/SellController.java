package io.silverdata.contract.examples.console.sell;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.examples.console.web.Choice;
import io.silverdata.contract.examples.console.web.CustomerNames;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.PlansOnSale;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From an address to a contract. */
@Controller
class SellController implements Screen {
    private static final String CUSTOMER = "customer";
    private static final String SPLITTER = "splitter";
    private static final String BILLING_DAY = "billingDay";
    private static final String TERM = "termMonths";
    private static final String ONU = "onu";
    private static final String LOGIN = "radiusUser";
    private static final String STEP = "step";
    private static final String SIGN_UP = "signUp";
    private static final int MAX_BILLING_DAY = 31;
    private static final int MAX_TERM_MONTHS = 120;
    private static final int CUSTOMERS = 12;
    private static final Map<String, String> FIELDS = Map.of(
            CUSTOMER, CUSTOMER, "plan", Site.PLAN, ONU, ONU, LOGIN, LOGIN, "port", SPLITTER, "address", Site.ADDRESS);

    private final Contracts contracts;
    private final PlansOnSale plans;
    private final CustomerNames customers;
    private final Sale sale;
    private final SiteAnswer answers;

    SellController(Contracts contracts, PlansOnSale plans, CustomerNames customers, Sale sale) {
        this.contracts = contracts;
        this.plans = plans;
        this.customers = customers;
        this.sale = sale;
        this.answers = new SiteAnswer(contracts);
    }

    /** The form for an address; with one in the request, also the verdict. */
    @GetMapping("/sell")
    ModelAndView ask(@RequestParam MultiValueMap<String, String> parameters, @ModelAttribute("page") PageContext page) {
        Form typed = Form.of(parameters);
        if (typed.given(Site.PLAN).isEmpty()) {
            return show(typed, Optional.empty(), page, HttpStatus.OK);
        }
        FormReader reader = new FormReader(typed);
        Optional<Site> site = Site.read(reader);
        Form form = reader.form(page);
        return show(
                site.isPresent() ? beginning(form) : form,
                site,
                page,
                site.isPresent() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Form beginning(Form form) {
        return form.given(BILLING_DAY).isPresent() ? form : form.with(BILLING_DAY, "1");
    }

    @PostMapping("/sell")
    ModelAndView sell(
            @RequestParam MultiValueMap<String, String> parameters,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes redirect) {
        FormReader reader = new FormReader(Form.of(parameters));
        boolean signsUp = reader.text(STEP).equals(SIGN_UP);
        Optional<Site> site = Site.read(reader);
        Optional<NewContract> terms = terms(site, reader);
        Optional<SplitterId> splitter = reader.optional(SPLITTER, SplitterId::parse);
        Optional<OnuSerial> onu = signsUp ? reader.required(ONU, OnuSerial::parse) : Optional.empty();
        Optional<RadiusUser> login = signsUp ? reader.required(LOGIN, RadiusUser::parse) : Optional.empty();
        Form form = reader.form(page);
        if (terms.isEmpty() || form.isWrong()) {
            return show(form, site, page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Either<Rejection, CommandResult> sold = signsUp
                ? sale.signUp(terms.get(), splitter, onu.orElseThrow(), login.orElseThrow(), by)
                : sale.reserve(terms.get(), splitter, by);
        if (sold.isLeft()) {
            return show(form.rejected(sold.getLeft(), page, FIELDS), site, page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Flash.done(
                redirect,
                sold.get().repeated() ? "sell.repeated" : signsUp ? "sell.signedUp" : "sell.reserved",
                sold.get().contract().number());
        String next = signsUp ? "/install/watch/" : "/contracts/";
        ModelAndView away =
                new ModelAndView("redirect:" + next + sold.get().contract().id());
        away.setStatus(HttpStatus.SEE_OTHER);
        return away;
    }

    private static Optional<NewContract> terms(Optional<Site> site, FormReader typed) {
        Optional<CustomerId> customer = typed.required(CUSTOMER, CustomerId::parse);
        Optional<Integer> billingDay = typed.number(BILLING_DAY, 1, MAX_BILLING_DAY);
        Optional<Integer> term = typed.optionalNumber(TERM, 0, MAX_TERM_MONTHS);
        return typed.make(() -> {
            NewContract terms = NewContract.of(
                            customer.orElseThrow(),
                            site.orElseThrow().plan(),
                            site.get().address())
                    .billedOn(billingDay.orElseThrow());
            return term.map(terms::committedFor).orElse(terms);
        });
    }

    /** Customers for the list under the field, as somebody types. */
    @GetMapping("/sell/customers")
    String customers(@RequestParam(name = CUSTOMER, defaultValue = "") String text, Model model) {
        List<Choice> found = text.isBlank()
                ? List.of()
                : customers.find(text, CUSTOMERS).stream()
                        .map(customer -> new Choice(customer.value(), customers.name(customer)))
                        .toList();
        model.addAttribute("customers", found);
        return "sell/customers";
    }

    private ModelAndView show(Form form, Optional<Site> site, PageContext page, HttpStatus status) {
        Form shown = form;
        Optional<SellView.Answer> answer = Optional.empty();
        HttpStatus told = status;
        if (site.isPresent()) {
            Either<Rejection, Assessment> assessment =
                    contracts.check(site.get().address(), site.get().plan());
            if (assessment.isLeft()) {
                shown = form.rejected(assessment.getLeft(), page, FIELDS);
                told = HttpStatus.UNPROCESSABLE_CONTENT;
            } else {
                answer = Optional.of(answers.of(site.get(), assessment.get(), page));
            }
        }
        return new ModelAndView("sell/sell", told)
                .addObject(
                        "view",
                        new SellView(
                                shown,
                                plans.all().stream()
                                        .map(plan -> new Choice(
                                                plan.id().value(),
                                                page.text(
                                                        "sell.plan",
                                                        plan.name(),
                                                        page.money(plan.price().amount()))))
                                        .toList(),
                                answer));
    }

    @Override
    public String path() {
        return "/sell";
    }

    @Override
    public String key() {
        return "sell";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Role role() {
        return Role.SELL;
    }
}
