package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold when everything has come to rest. */
final class Laws {
    private static final Observation.Cases<String> WORDS = new Observation.Cases<>() {
        @Override
        public String on(Observation.InSync seen) {
            return "it does not";
        }

        @Override
        public String on(Observation.Drifted seen) {
            return seen.drift().kind() + ", " + seen.drift().detail();
        }

        @Override
        public String on(Observation.Unreadable seen) {
            return "it cannot be read, " + seen.detail();
        }
    };

    private final Town town;

    Laws(Town town) {
        this.town = town;
    }

    List<Contract> contracts() {
        return town.contracts().stream()
                .map(id -> town.ports().storage().contracts().find(id).orElseThrow())
                .toList();
    }

    List<ContractId> failed() {
        return contracts().stream()
                .filter(contract -> contract.provisioning().summary() == Summary.FAILED)
                .map(Contract::id)
                .toList();
    }

    /** No contract waits, and those that are told to be in sync are. */
    void inSyncUnlessFailed() {
        for (Contract contract : contracts()) {
            Summary summary = contract.provisioning().summary();
            if (summary == Summary.PENDING || summary == Summary.DRIFTED) {
                throw new LawBroken(
                        LawBroken.Law.DELIVERED, contract.id() + " is " + summary + ", and nobody will try it again");
            }
            if (summary != Summary.FAILED) {
                asWanted(contract);
            }
        }
    }

    /** Every device does what the contracts want, and nothing else. */
    void everythingAsWanted() {
        for (Contract contract : contracts()) {
            Summary summary = contract.provisioning().summary();
            if (summary != Summary.IN_SYNC && summary != Summary.NOT_REQUIRED) {
                throw new LawBroken(LawBroken.Law.DELIVERED, contract.id() + " is " + summary);
            }
            asWanted(contract);
        }
        nothingElse();
    }

    void asWanted(Contract contract) {
        accessAsWanted(contract);
        lineAsWanted(contract);
    }

    void accessAsWanted(Contract contract) {
        DesiredNetwork.Access access = DesiredNetwork.of(contract).access();
        access.service()
                .ifPresent(service ->
                        inSync(contract, "RADIUS", town.ports().radius().observe(service)));
        if (!access.retired().isEmpty()) {
            throw new LawBroken(
                    LawBroken.Law.IN_SYNC,
                    "RADIUS still owes " + contract.id() + " the removal of " + access.retired());
        }
    }

    void lineAsWanted(Contract contract) {
        DesiredNetwork.LineSide line = DesiredNetwork.of(contract).line();
        line.service()
                .ifPresent(service ->
                        inSync(contract, olt(service), town.ports().olts().observe(service)));
        line.next()
                .ifPresent(service ->
                        inSync(contract, olt(service), town.ports().olts().observe(service)));
        if (!line.retired().isEmpty()) {
            throw new LawBroken(
                    LawBroken.Law.IN_SYNC, "OLTs still owe " + contract.id() + " the removal of " + line.retired());
        }
    }

    private static String olt(LineService service) {
        return service.line().registration().ponPort().olt().value();
    }

    private static void inSync(Contract contract, String device, Observation seen) {
        if (!(seen instanceof Observation.InSync)) {
            throw new LawBroken(
                    LawBroken.Law.IN_SYNC,
                    contract.id() + " is " + contract.provisioning().summary() + ", and " + device + " differs: "
                            + seen.match(WORDS));
        }
    }

    private void nothingElse() {
        List<DesiredNetwork> wanted =
                contracts().stream().map(DesiredNetwork::of).toList();
        Set<RadiusUser> users = wanted.stream()
                .flatMap(network -> network.access().service().stream())
                .map(AccessService::user)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> onus = wanted.stream()
                .flatMap(network -> Stream.concat(network.line().service().stream(), network.line().next().stream()))
                .map(service -> service.line().registration().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        for (RadiusUser user : logins()) {
            if (!users.contains(user)) {
                throw new LawBroken(LawBroken.Law.IN_SYNC, "RADIUS knows " + user + ", which no contract wants");
            }
        }
        for (OltId olt : Town.olts()) {
            for (OnuRegistration registration : registrations(olt)) {
                if (!onus.contains(registration.toString())) {
                    throw new LawBroken(
                            LawBroken.Law.IN_SYNC, "an OLT serves " + registration + ", which no contract wants");
                }
            }
        }
    }

    private List<RadiusUser> logins() {
        List<RadiusUser> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            LoginPage page = complete(town.ports().radius().logins(after, 100));
            all.addAll(page.logins());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private List<OnuRegistration> registrations(OltId olt) {
        return complete(town.ports().olts().inventory(olt)).registrations();
    }

    private static <T> T complete(Reading<T> reading) {
        return reading.match(found -> found, why -> {
            throw new IllegalStateException("a device in order cannot be read: " + why);
        });
    }
}
