package io.silverdata.contract.matching;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What OLTs and RADIUS have, compared with contracts. Immutable.
 *
 * @param onusWithoutContract ONUs that no contract holds, in the order in which they were given
 * @param loginsWithoutContract logins that no contract holds, in that order
 * @param contractsWithoutOnu contracts whose ONU no OLT has registered, in that order
 * @param contractsWithoutLogin contracts whose login RADIUS does not have, in that order
 * @param proposals of what of these may belong together, the most trustworthy first
 */
public record Matching(
        List<SeenOnu> onusWithoutContract,
        List<SeenLogin> loginsWithoutContract,
        List<ContractId> contractsWithoutOnu,
        List<ContractId> contractsWithoutLogin,
        List<Proposal> proposals) {

    public Matching {
        onusWithoutContract = List.copyOf(onusWithoutContract);
        loginsWithoutContract = List.copyOf(loginsWithoutContract);
        contractsWithoutOnu = List.copyOf(contractsWithoutOnu);
        contractsWithoutLogin = List.copyOf(contractsWithoutLogin);
        proposals = List.copyOf(proposals);
    }

    /**
     * Compares. What could not be read is no finding: leave out the contracts of an OLT or a RADIUS that does not answer, or they are said to
     * lack what is there.
     *
     * <p>Takes time in proportion to what is given, and to the proposals.
     *
     * @param contracts all that may hold something on these devices, drafts and ended ones with something left there included
     * @param onus what the OLTs have registered
     * @param logins what RADIUS has
     */
    public static Matching of(Collection<Contract> contracts, Collection<SeenOnu> onus, Collection<SeenLogin> logins) {
        Set<OnuSerial> heldOnus = contracts.stream()
                .flatMap(contract -> contract.heldOnus().stream())
                .collect(Collectors.toSet());
        Set<RadiusUser> heldLogins = contracts.stream()
                .flatMap(contract -> contract.heldUsers().stream())
                .collect(Collectors.toSet());
        List<SeenOnu> freeOnus = onus.stream()
                .filter(onu -> !heldOnus.contains(onu.registration().onu()))
                .toList();
        List<SeenLogin> freeLogins = logins.stream()
                .filter(login -> !heldLogins.contains(login.user()))
                .toList();
        Set<OnuSerial> seenOnus = new HashSet<>();
        onus.forEach(onu -> seenOnus.add(onu.registration().onu()));
        Set<RadiusUser> seenLogins = new HashSet<>();
        logins.forEach(login -> seenLogins.add(login.user()));
        List<Contract> withoutOnu = contracts.stream()
                .filter(contract ->
                        onu(contract).filter(onu -> !seenOnus.contains(onu)).isPresent())
                .toList();
        List<Contract> withoutLogin = contracts.stream()
                .filter(contract -> contract.radiusUser()
                        .filter(login -> !seenLogins.contains(login))
                        .isPresent())
                .toList();
        return new Matching(
                freeOnus,
                freeLogins,
                withoutOnu.stream().map(Contract::id).toList(),
                withoutLogin.stream().map(Contract::id).toList(),
                new Proposals(freeOnus, freeLogins, withoutOnu, withoutLogin).all());
    }

    /** The ONU that a contract has now, whether or not it is known where. */
    static Optional<OnuSerial> onu(Contract contract) {
        return Objects.requireNonNull(contract, "contract")
                .line()
                .map(line -> line.onu())
                .or(contract::unplacedOnu);
    }
}
