package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.BillingPeriod;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.spi.DebtLedger;
import io.silverdata.contract.spring.contracts.ContractsProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is to be billed by the feed, and what the host's ledger says is owed. Reads the history of one contract. */
@Component
class MoneyFacts {
    private final Contracts contracts;
    private final ObjectProvider<DebtLedger> ledgers;
    private final ReportSettings settings;

    MoneyFacts(Contracts contracts, ObjectProvider<DebtLedger> ledgers, ContractsProperties properties) {
        this.contracts = contracts;
        this.ledgers = ledgers;
        this.settings = ReportSettings.in(Objects.requireNonNull(properties.zone(), "contract.zone"));
    }

    /** The provider's zone and rules for days. */
    ReportSettings settings() {
        return settings;
    }

    ContractView.MoneyPart of(Contract contract, Instant now) {
        BillingPeriod period = BillingPeriod.of(contract, LocalDate.ofInstant(now, settings.zone()), settings.zone());
        Optional<DebtLedger> ledger = Optional.ofNullable(ledgers.getIfUnique());
        Optional<DunningFacts> facts = ledger.flatMap(known -> known.dunningFacts(contract.id()));
        return new ContractView.MoneyPart(
                period.days().from(),
                period.days().to().minusDays(1),
                new BillingFeed(settings)
                        .segments(contracts.history(contract.id()), period.days()).stream()
                                .map(SegmentLine::of)
                                .toList(),
                ledger.isPresent(),
                ledger.flatMap(known -> known.debt(contract.id())),
                facts.map(DunningFacts::overdue)
                        .filter(amount -> amount.amount().signum() > 0),
                facts.flatMap(DunningFacts::dueOn),
                steps(contract.dunning()));
    }

    private static List<Phrase> steps(List<DunningMark> marks) {
        return marks.stream()
                .map(mark -> Phrase.of(
                        "contract.money.step",
                        Phrase.term("dunning", mark.action()),
                        mark.takenOn(),
                        mark.daysOverdue()))
                .toList();
    }
}
