package io.silverdata.contract.examples.console.install;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.examples.console.device.Answer;
import io.silverdata.contract.examples.console.device.DeviceMonitors;
import io.silverdata.contract.examples.console.device.OnuMonitor;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spring.web.RejectedException;
import io.vavr.control.Either;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From an ONU that nobody registered to a subscriber who is online. */
@Controller
class InstallController implements Screen {
    private static final int AT_MOST = 500;
    private static final String NUMBER = "number";
    private static final String LOGIN = "radiusUser";
    /** By which htmx ends the polling of a part. */
    private static final int STOP_POLLING = 286;

    private static final Map<String, String> FIELDS =
            Map.of("radiusUser", LOGIN, "contract", NUMBER, "port", NUMBER, "expectedVersion", NUMBER);

    private final Contracts contracts;
    private final DeviceMonitors devices;
    private final Drafts drafts;
    private final Progress progress;

    InstallController(Contracts contracts, DeviceMonitors devices) {
        this.contracts = contracts;
        this.devices = devices;
        this.drafts = new Drafts(contracts);
        this.progress = new Progress(contracts, devices);
    }

    @GetMapping("/install")
    String show(@RequestParam Optional<String> olt, Model model) {
        Optional<OltId> asked = olt.filter(name -> !name.isEmpty())
                .map(name -> OltId.parse(name).getOrElseThrow(RejectedException::new));
        Optional<Answer<List<DiscoveredOnu>>> answer = asked.map(this::unregistered);
        model.addAttribute(
                "view",
                new InstallView(
                        contracts.plant().olts(Page.first(AT_MOST)).items().stream()
                                .map(summary -> summary.olt().id().value())
                                .toList(),
                        asked.map(OltId::value),
                        answer.flatMap(Answer::problem),
                        lines(answer.flatMap(Answer::value).orElse(List.of()))));
        return "install/install";
    }

    private List<InstallView.OnuLine> lines(List<DiscoveredOnu> onus) {
        Map<OnuSerial, InstallView.Holder> holders = holders(onus);
        return onus.stream()
                .map(onu -> new InstallView.OnuLine(
                        onu.port().toString(),
                        onu.serial().value(),
                        onu.model().orElse("–"),
                        Optional.ofNullable(holders.get(onu.serial()))))
                .toList();
    }

    /** Contracts that have one of the ONUs already: the OLT was not told yet. */
    private Map<OnuSerial, InstallView.Holder> holders(List<DiscoveredOnu> onus) {
        Map<OnuSerial, InstallView.Holder> holders = new HashMap<>();
        if (!onus.isEmpty()) {
            OnuSerial[] serials = onus.stream().map(DiscoveredOnu::serial).toArray(OnuSerial[]::new);
            ContractQuery query = ContractQuery.builder().onu(serials).build();
            for (ContractSummary contract :
                    contracts.search(query, Page.first(AT_MOST)).items()) {
                contract.line()
                        .ifPresent(line -> holders.put(
                                line.onu(),
                                new InstallView.Holder(
                                        contract.id().toString(),
                                        contract.number().value())));
            }
        }
        return holders;
    }

    private Answer<List<DiscoveredOnu>> unregistered(OltId olt) {
        Optional<OnuMonitor> monitor = devices.onus();
        return monitor.isPresent() ? monitor.get().unregistered(olt) : Answer.of(List.of());
    }

    /** The form by which an ONU is given to a draft. */
    @GetMapping("/install/onus/{onu}")
    String choose(
            @PathVariable OnuSerial onu,
            @RequestParam PonPortId ponPort,
            @RequestParam MultiValueMap<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            Model model) {
        List<ActivationView.Waiting> waiting = drafts.at(ponPort, page);
        Form form = Form.of(parameters);
        if (form.given(NUMBER).isEmpty() && waiting.size() == 1) {
            form = form.with(NUMBER, waiting.get(0).number());
        }
        model.addAttribute("view", view(ponPort, onu, waiting, form));
        return "install/activate";
    }

    @PostMapping("/install/onus/{onu}")
    ModelAndView activate(
            @PathVariable OnuSerial onu,
            @RequestParam PonPortId ponPort,
            @RequestParam MultiValueMap<String, String> parameters,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes redirect) {
        FormReader reader = new FormReader(Form.of(parameters));
        Optional<Contract> contract =
                reader.required(NUMBER, ContractNumber::parse).flatMap(number -> found(number, reader));
        Optional<RadiusUser> login = reader.required(LOGIN, RadiusUser::parse);
        Form form = reader.form(page);
        if (form.isWrong()) {
            return again(ponPort, onu, form, page);
        }
        Either<Rejection, CommandResult> activated =
                contracts.activate(contract.orElseThrow().id(), onu, login.orElseThrow(), by);
        if (activated.isLeft()) {
            return again(ponPort, onu, form.rejected(activated.getLeft(), page, FIELDS), page);
        }
        Flash.done(redirect, "install.activated", activated.get().contract().number());
        ModelAndView watch = new ModelAndView(
                "redirect:/install/watch/" + activated.get().contract().id());
        watch.setStatus(HttpStatus.SEE_OTHER);
        return watch;
    }

    private Optional<Contract> found(ContractNumber number, FormReader typed) {
        Optional<Contract> contract = contracts.find(number);
        if (contract.isEmpty()) {
            typed.reject(NUMBER, Phrase.of("install.noContract", number));
        }
        return contract;
    }

    private ModelAndView again(PonPortId ponPort, OnuSerial onu, Form form, PageContext page) {
        return new ModelAndView("install/activate", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("view", view(ponPort, onu, drafts.at(ponPort, page), form));
    }

    private static ActivationView view(
            PonPortId ponPort, OnuSerial onu, List<ActivationView.Waiting> waiting, Form form) {
        return new ActivationView(ponPort.olt().value(), onu.value(), ponPort.toString(), waiting, form);
    }

    /** The page on which an installer waits until the subscriber is online. */
    @GetMapping("/install/watch/{id}")
    String watch(@PathVariable ContractId id, Model model) {
        Contract contract = find(id);
        model.addAttribute("id", id.toString());
        model.addAttribute("number", contract.number().value());
        model.addAttribute("customer", contract.customer());
        return "install/watch";
    }

    /** What that page asks every two seconds. */
    @GetMapping("/install/watch/{id}/progress")
    String progress(
            @PathVariable ContractId id,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        ProgressView view = progress.of(find(id));
        if (view.isDone() && page.isPart()) {
            response.setStatus(STOP_POLLING);
        }
        model.addAttribute("view", view);
        return "install/progress";
    }

    private Contract find(ContractId id) {
        return contracts.find(id).orElseThrow(() -> new RejectedException(new Rejection.ContractNotFound(id)));
    }

    @Override
    public String path() {
        return "/install";
    }

    @Override
    public String key() {
        return "install";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Role role() {
        return Role.SELL;
    }
}
