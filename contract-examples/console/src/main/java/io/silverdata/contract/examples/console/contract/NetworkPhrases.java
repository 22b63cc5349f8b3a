package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.AccessSettings;
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
        access.service().ifPresent(service -> {
            wanted.add(login(service));
            wanted.addAll(settings(service.settings()));
        });
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

    /** What the NAS is told of this subscriber alone; under a hold its group may leave some of it out. */
    private static List<Phrase> settings(AccessSettings settings) {
        List<Phrase> told = new ArrayList<>();
        settings.address().ifPresent(address -> told.add(Phrase.of("network.address", address)));
        settings.prefix().ifPresent(prefix -> told.add(Phrase.of("network.prefix", prefix)));
        settings.delegatedPrefix().ifPresent(prefix -> told.add(Phrase.of("network.delegatedPrefix", prefix)));
        settings.routes().forEach(route -> told.add(Phrase.of("network.route", route)));
        settings.attributes().forEach(attribute -> told.add(Phrase.plain(attribute.toString())));
        return told;
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
