package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.NetworkTarget;
import java.util.ArrayList;
import java.util.List;

/** What a contract wants of the network, in words. */
final class NetworkPhrases {
    private NetworkPhrases() {}

    /** What is wanted of one side, a sentence for each login or ONU. */
    static List<Phrase> of(DesiredNetwork network, NetworkTarget target) {
        return switch (target) {
            case ACCESS -> access(network.access());
            case LINE -> line(network.line());
        };
    }

    private static List<Phrase> access(DesiredNetwork.Access access) {
        List<Phrase> wanted = new ArrayList<>();
        access.service().ifPresent(service -> wanted.add(login(service)));
        access.retired().forEach(login -> wanted.add(Phrase.of("network.noLogin", login)));
        return orNothing(wanted);
    }

    private static Phrase login(AccessService service) {
        return Phrase.of(
                "network.login." + service.enforcement().name(),
                service.user(),
                service.profile(),
                service.rates().download(),
                service.rates().upload());
    }

    private static List<Phrase> line(DesiredNetwork.LineSide line) {
        List<Phrase> wanted = new ArrayList<>();
        line.service().ifPresent(service -> wanted.add(onu(service)));
        line.retired()
                .forEach(retired -> wanted.add(Phrase.of(
                        "network.noOnu", retired.onu(), retired.ports().ponPort())));
        line.next().ifPresent(service -> wanted.add(onu(service)));
        return orNothing(wanted);
    }

    private static Phrase onu(LineService service) {
        return Phrase.of(
                service.enabled() ? "network.onu" : "network.onuDisabled",
                service.line().onu(),
                service.line().ports().ponPort(),
                service.profile());
    }

    private static List<Phrase> orNothing(List<Phrase> wanted) {
        return wanted.isEmpty() ? List.of(Phrase.of("network.nothing")) : List.copyOf(wanted);
    }
}
