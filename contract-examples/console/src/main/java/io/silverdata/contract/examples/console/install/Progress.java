package io.silverdata.contract.examples.console.install;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.examples.console.device.Answer;
import io.silverdata.contract.examples.console.device.DeviceMonitors;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.worker.NetworkStatus;
import io.silverdata.contract.worker.TargetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far an activation is: OLT told, RADIUS told, ONU online. */
final class Progress {
    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String PLAIN = "plain";

    private final Contracts contracts;
    private final DeviceMonitors devices;

    Progress(Contracts contracts, DeviceMonitors devices) {
        this.contracts = contracts;
        this.devices = devices;
    }

    ProgressView of(Contract contract) {
        List<ProgressView.Step> steps = new ArrayList<>();
        contracts.worker().networkStatus(contract.id()).ifPresent(status -> addTargets(steps, status));
        Optional<Answer<Optional<OnuState>>> answer = contract.line()
                .flatMap(line -> devices.onus()
                        .map(monitor -> monitor.read(line.ports().ponPort().olt(), line.onu())));
        answer.ifPresent(told -> steps.add(onu(told)));
        boolean isDone =
                !steps.isEmpty() && steps.stream().allMatch(step -> step.kind().equals(GOOD));
        return new ProgressView(
                contract.id().toString(),
                steps,
                isDone,
                answer.flatMap(Answer::value)
                        .flatMap(onu -> onu)
                        .flatMap(state -> state.optics().onuReceived())
                        .map(OpticalPower::toString));
    }

    private static void addTargets(List<ProgressView.Step> steps, NetworkStatus status) {
        steps.add(target(status.of(NetworkTarget.LINE)));
        steps.add(target(status.of(NetworkTarget.ACCESS)));
    }

    private static ProgressView.Step target(TargetStatus status) {
        ProvisioningState.Summary state = status.state().summary();
        String kind = switch (state) {
            case IN_SYNC -> GOOD;
            case FAILED -> BAD;
            case NOT_REQUIRED, PENDING, UNVERIFIED, DRIFTED -> PLAIN;
        };
        return new ProgressView.Step(
                status.device()
                        .filter(device -> status.target() == NetworkTarget.LINE)
                        .map(device -> Phrase.of("install.olt.named", device))
                        .orElseGet(() -> Phrase.term("target", status.target())),
                Phrase.term("provisioning", state),
                kind,
                state == ProvisioningState.Summary.IN_SYNC ? Optional.empty() : status.lastProblem());
    }

    private static ProgressView.Step onu(Answer<Optional<OnuState>> answer) {
        Phrase what = Phrase.of("install.onu");
        if (answer.problem().isPresent()) {
            return new ProgressView.Step(what, Phrase.of("install.noAnswer"), PLAIN, answer.problem());
        }
        return answer.value()
                .flatMap(onu -> onu)
                .map(onu -> new ProgressView.Step(
                        what,
                        Phrase.term("onuPhase", onu.phase()),
                        onu.oper() == OnuState.Oper.ONLINE ? GOOD : PLAIN,
                        Optional.empty()))
                .orElseGet(
                        () -> new ProgressView.Step(what, Phrase.of("install.notRegistered"), PLAIN, Optional.empty()));
    }
}
