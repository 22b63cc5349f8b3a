package io.silverdata.contract.examples.importing.comparing;

import io.silverdata.contract.matching.Matching;
import io.silverdata.contract.matching.Proposal;
import io.silverdata.contract.matching.SeenOnu;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.ContractReading;
import io.silverdata.contract.spi.ContractRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Contracts beside what OLTs and RADIUS have.
 *
 * @param contracts all that could be read, by their identity
 * @param faults those that could not
 * @param survey what the network has
 * @param matching what is without a partner, and what may belong together
 * @param leftOut how many contracts have their ONU on an OLT that was not read: nobody knows whether it is there
 */
public record Comparison(
        Map<ContractId, Contract> contracts,
        List<ContractFault> faults,
        Survey survey,
        Matching matching,
        long leftOut) {
    private static final int PAGE = 500;

    /** Reads all contracts, and compares. Takes memory for all of them. */
    public static Comparison of(ContractRepository repository, Survey survey) {
        Map<ContractId, Contract> contracts = new LinkedHashMap<>();
        List<ContractFault> faults = new ArrayList<>();
        Optional<ContractId> after = Optional.empty();
        List<ContractId> page = repository.page(after, PAGE);
        while (!page.isEmpty()) {
            ContractReading reading = repository.readAll(page);
            reading.contracts().forEach(contract -> contracts.put(contract.id(), contract));
            faults.addAll(reading.faults());
            page = repository.page(Optional.of(page.get(page.size() - 1)), PAGE);
        }
        return compare(contracts, faults, survey);
    }

    /** Of an OLT that was not read nothing is said: what contracts have there is taken to be there. */
    private static Comparison compare(Map<ContractId, Contract> contracts, List<ContractFault> faults, Survey survey) {
        List<SeenOnu> onus = new ArrayList<>(survey.onus());
        long leftOut = 0;
        for (Contract contract : contracts.values()) {
            Optional<OnuRegistration> unseen = contract.line()
                    .filter(line ->
                            !survey.read().contains(line.ports().ponPort().olt()))
                    .map(line -> new OnuRegistration(line.ports().ponPort(), line.onu()));
            leftOut += unseen.stream().count();
            unseen.map(SeenOnu::of).ifPresent(onus::add);
        }
        Matching matching = Matching.of(contracts.values(), onus, survey.logins());
        Set<ContractId> unknown = survey.unread().isEmpty()
                ? Set.of()
                : contracts.values().stream()
                        .filter(contract -> contract.line().isEmpty())
                        .map(Contract::id)
                        .collect(Collectors.toSet());
        return new Comparison(contracts, faults, survey, without(unknown, matching), leftOut);
    }

    /** An ONU whose place nobody knows may be on the OLT that was not read. */
    private static Matching without(Set<ContractId> unknown, Matching matching) {
        return new Matching(
                matching.onusWithoutContract(),
                matching.loginsWithoutContract(),
                matching.contractsWithoutOnu().stream()
                        .filter(contract -> !unknown.contains(contract))
                        .toList(),
                matching.contractsWithoutLogin(),
                matching.proposals().stream()
                        .filter(proposal ->
                                !(proposal instanceof Proposal.OnuOfContract onu && unknown.contains(onu.contract())))
                        .toList());
    }
}
