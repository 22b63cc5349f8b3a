package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.examples.console.device.Answer;
import io.silverdata.contract.examples.console.device.DeviceMonitors;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spring.web.RejectedException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Parts of the page for which a device is asked, read by themselves: a slow device keeps nobody waiting for the rest. */
@Controller
class DeviceController {
    private final Contracts contracts;
    private final DeviceMonitors devices;
    private final Clock clock;

    DeviceController(Contracts contracts, DeviceMonitors devices, ObjectProvider<Clock> clock) {
        this.contracts = contracts;
        this.devices = devices;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @GetMapping("/contracts/{id}/signal")
    String signal(@PathVariable ContractId id, Model model) {
        Contract contract = find(id);
        Line line = contract.line().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Answer<Optional<OnuState>> answer = devices.onus()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .read(line.ports().ponPort().olt(), line.onu());
        model.addAttribute("id", id.toString());
        model.addAttribute("answer", SignalView.of(answer, clock.instant()));
        return "contract/signal";
    }

    @GetMapping("/contracts/{id}/sessions")
    String sessions(@PathVariable ContractId id, Model model) {
        Contract contract = find(id);
        Answer<List<Session>> answer = devices.sessions()
                .flatMap(monitor -> contract.radiusUser().map(monitor::open))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("id", id.toString());
        model.addAttribute("answer", answer);
        return "contract/sessions";
    }

    private Contract find(ContractId id) {
        return contracts.find(id).orElseThrow(() -> new RejectedException(new Rejection.ContractNotFound(id)));
    }
}
