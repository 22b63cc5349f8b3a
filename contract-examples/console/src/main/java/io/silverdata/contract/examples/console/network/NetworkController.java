package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.WorkState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work queue and the devices. */
@Controller
@RequestMapping("/network")
final class NetworkController implements Screen {
    private static final int LONGEST_REASON = 200;

    private final Contracts contracts;
    private final QueuePages queue;

    NetworkController(Contracts contracts, QueuePages queue) {
        this.contracts = contracts;
        this.queue = queue;
    }

    @Override
    public String path() {
        return "/network";
    }

    @Override
    public String key() {
        return "network";
    }

    @Override
    public int order() {
        return 60;
    }

    @GetMapping
    String show(@RequestParam Optional<WorkState> state, @RequestParam Optional<ContractId> after, Model model) {
        model.addAttribute("health", HealthView.of(contracts.worker().health()));
        model.addAttribute("queue", queue.page(state, after));
        return "network/network";
    }

    /** What the page asks for again every few seconds. */
    @GetMapping("/health")
    String health(Model model) {
        model.addAttribute("health", HealthView.of(contracts.worker().health()));
        return "network/health";
    }

    /** Tries a contract now: with an event in its history if a device had refused it, else by the queue alone. */
    @PostMapping("/queue/{contract}/retry")
    String retry(
            @PathVariable ContractId contract,
            @RequestParam Optional<WorkState> state,
            CommandContext by,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes flash) {
        if (isFailed(contract)) {
            Optional<Rejection> refusal =
                    contracts.worker().retryProvisioning(contract, by).fold(Optional::of, accepted -> Optional.empty());
            refusal.ifPresentOrElse(
                    why -> Flash.refused(flash, "network.refused", page.rejection(why)),
                    () -> Flash.done(flash, "network.queue.retried"));
        } else {
            contracts.worker().redeliver(contract);
            Flash.done(flash, "network.queue.redelivered");
        }
        return back(state);
    }

    @PostMapping("/queue/{contract}/park")
    String park(
            @PathVariable ContractId contract,
            @RequestParam Optional<WorkState> state,
            @RequestParam(defaultValue = "") String reason,
            CommandContext by,
            RedirectAttributes flash) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            Flash.refused(flash, "network.queue.park.reason.needed");
        } else if (contracts
                .worker()
                .park(contract, by.actor().value() + ": " + reason.strip())
                .isEmpty()) {
            Flash.refused(flash, "network.queue.park.nothing");
        } else {
            Flash.done(flash, "network.queue.parkedNow");
        }
        return back(state);
    }

    /** By the summary: the queue has rows of contracts that cannot be read, too. */
    private boolean isFailed(ContractId contract) {
        return contracts.summaries(List.of(contract)).stream()
                .anyMatch(summary -> summary.provisioning() == ProvisioningState.Summary.FAILED);
    }

    private static String back(Optional<WorkState> state) {
        return "redirect:/network" + state.map(one -> "?state=" + one).orElse("") + "#queue";
    }
}
