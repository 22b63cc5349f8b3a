package io.silverdata.contract.examples.importing.report;

import io.silverdata.contract.examples.importing.comparing.Comparison;
import io.silverdata.contract.matching.Confidence;
import io.silverdata.contract.matching.Matching;
import io.silverdata.contract.matching.Proposal;
import io.silverdata.contract.matching.Reason;
import io.silverdata.contract.matching.SeenLogin;
import io.silverdata.contract.matching.SeenOnu;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has no contract, what contracts lack, and what may belong together. Nobody acts on it but people. */
public final class MatchReport {
    private static final List<String> CONTRACT_COLUMNS =
            List.of("contract", "number", "status", "customer", "address", "pon_port", "output", "onu", "login");
    private static final List<String> PROPOSAL_COLUMNS = List.of(
            "confidence", "kind", "contract", "number", "onu", "onu_pon_port", "login", "login_pon_port", "reasons");

    private final Comparison comparison;
    private final Matching matching;

    /** A report of a comparison. */
    public MatchReport(Comparison comparison) {
        this.comparison = comparison;
        this.matching = comparison.matching();
    }

    /** The summary, in lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                count("Contracts read", comparison.contracts().size()),
                count("ONUs on OLTs", comparison.survey().onus().size()),
                count("Logins in RADIUS", comparison.survey().logins().size()),
                count("ONUs without a contract", matching.onusWithoutContract().size()),
                count(
                        "Logins without a contract",
                        matching.loginsWithoutContract().size()),
                count(
                        "Contracts whose ONU no OLT has",
                        matching.contractsWithoutOnu().size()),
                count(
                        "Contracts whose login RADIUS does not have",
                        matching.contractsWithoutLogin().size()),
                count(
                        "  of these, neither of both",
                        matching.contractsWithoutOnu().stream()
                                .filter(matching.contractsWithoutLogin()::contains)
                                .count())));
        List<Confidence> bestFirst =
                Stream.of(Confidence.values()).sorted(Comparator.reverseOrder()).toList();
        for (Confidence confidence : bestFirst) {
            lines.add(count(
                    "Proposals, " + confidence,
                    matching.proposals().stream()
                            .filter(proposal -> proposal.confidence() == confidence)
                            .count()));
        }
        if (!comparison.survey().noLogins().isEmpty()) {
            lines.add(count(
                    "Names in RADIUS that are no logins",
                    comparison.survey().noLogins().size()));
        }
        comparison.survey().unread().forEach((olt, why) -> lines.add("Not read: OLT " + olt + ": " + why));
        if (comparison.leftOut() > 0) {
            lines.add(count("Contracts on OLTs that were not read", comparison.leftOut()));
        }
        comparison.faults().forEach(fault -> lines.add("Not read: contract " + fault.contract()));
        return lines;
    }

    /** Writes summary and tables into a folder; what was written. */
    public List<Path> write(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        written.add(Files.writeString(
                folder.resolve("matching.txt"), String.join("\n", lines()) + "\n", StandardCharsets.UTF_8));
        written.add(table(
                folder.resolve("onus-without-contract.csv"),
                List.of("onu", "pon_port"),
                matching.onusWithoutContract().stream()
                        .map(onu -> List.of(
                                onu.registration().onu().value(),
                                onu.registration().ponPort().toString()))
                        .toList()));
        written.add(
                table(folder.resolve("logins-without-contract.csv"), List.of("login", "pon_port", "note"), logins()));
        written.add(table(
                folder.resolve("contracts-without-onu.csv"),
                CONTRACT_COLUMNS,
                contracts(matching.contractsWithoutOnu())));
        written.add(table(
                folder.resolve("contracts-without-login.csv"),
                CONTRACT_COLUMNS,
                contracts(matching.contractsWithoutLogin())));
        written.add(table(
                folder.resolve("proposals.csv"),
                PROPOSAL_COLUMNS,
                matching.proposals().stream().map(this::cells).toList()));
        return written;
    }

    private static String count(String what, long count) {
        return String.format(Locale.ROOT, "%-44s %9d", what, count);
    }

    private static Path table(Path file, List<String> header, List<List<String>> rows) throws IOException {
        CsvFile.write(file, header, rows);
        return file;
    }

    private List<List<String>> logins() {
        List<List<String>> rows = new ArrayList<>();
        matching.loginsWithoutContract()
                .forEach(login -> rows.add(List.of(login.user().value(), text(login.lastPort()), "")));
        comparison.survey().noLogins().forEach(name -> rows.add(List.of(name, "", "no contract can have this name")));
        return rows;
    }

    private List<List<String>> contracts(List<ContractId> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(comparison.contracts().get(id)).stream())
                .map(MatchReport::cells)
                .toList();
    }

    private static List<String> cells(Contract contract) {
        return List.of(
                contract.id().toString(),
                contract.number().value(),
                contract.status().name(),
                contract.customer().value(),
                contract.address().text(),
                text(contract.line().map(line -> line.ports().ponPort())),
                text(contract.line().map(line -> line.ports().splitterOutput())),
                text(contract.line().map(line -> line.onu()).or(contract::unplacedOnu)),
                text(contract.radiusUser()));
    }

    private List<String> cells(Proposal proposal) {
        if (proposal instanceof Proposal.OnuOfContract found) {
            return cells(
                    proposal,
                    "ONU_OF_CONTRACT",
                    Optional.of(found.contract()),
                    Optional.of(found.onu()),
                    Optional.empty());
        }
        if (proposal instanceof Proposal.LoginOfContract found) {
            return cells(
                    proposal,
                    "LOGIN_OF_CONTRACT",
                    Optional.of(found.contract()),
                    Optional.empty(),
                    Optional.of(found.login()));
        }
        Proposal.OnuAndLogin found = (Proposal.OnuAndLogin) proposal;
        return cells(proposal, "ONU_AND_LOGIN", Optional.empty(), Optional.of(found.onu()), Optional.of(found.login()));
    }

    private List<String> cells(
            Proposal proposal,
            String kind,
            Optional<ContractId> contract,
            Optional<SeenOnu> onu,
            Optional<SeenLogin> login) {
        return List.of(
                proposal.confidence().name(),
                kind,
                text(contract),
                text(contract.flatMap(
                                id -> Optional.ofNullable(comparison.contracts().get(id)))
                        .map(Contract::number)),
                text(onu.map(seen -> seen.registration().onu())),
                text(onu.map(seen -> seen.registration().ponPort())),
                text(login.map(SeenLogin::user)),
                text(login.flatMap(SeenLogin::lastPort)),
                proposal.reasons().stream().map(Reason::name).collect(Collectors.joining(" ")));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
