package io.silverdata.contract.examples.console.debt;

import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.dunning.DunningProtection;
import io.silverdata.contract.dunning.NoActionReason;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.DunningMark;

/** Why a step is taken or not, in the language of the page. */
final class DecisionPhrases implements DunningDecision.Cases<Phrase> {
    private static final DecisionPhrases WORDS = new DecisionPhrases();

    private DecisionPhrases() {}

    static Phrase of(DunningDecision decision) {
        return decision.match(WORDS);
    }

    @Override
    public Phrase on(DunningDecision.Notify decision) {
        return step(decision.mark());
    }

    @Override
    public Phrase on(DunningDecision.Enforce decision) {
        Phrase enforcement = Phrase.term("enforcement", decision.enforcement());
        return decision.isReturn()
                ? Phrase.of(
                        "debt.why.return",
                        enforcement,
                        decision.mark().takenOn(),
                        decision.mark().dueOn())
                : Phrase.of("debt.why.enforce", enforcement, step(decision.mark()));
    }

    @Override
    public Phrase on(DunningDecision.Keep decision) {
        return Phrase.of("debt.why.keep", Phrase.term("enforcement", decision.held()), step(decision.mark()));
    }

    @Override
    public Phrase on(DunningDecision.Cancel decision) {
        return step(decision.mark());
    }

    @Override
    public Phrase on(DunningDecision.Lift decision) {
        return Phrase.of("debt.why.lift", Phrase.term("debt.because", decision.because()), decision.by());
    }

    @Override
    public Phrase on(DunningDecision.Ease decision) {
        return Phrase.of(
                "debt.why.ease",
                Phrase.term("debt.because", decision.because()),
                Phrase.term("enforcement", decision.enforcement()));
    }

    @Override
    public Phrase on(DunningDecision.Close decision) {
        return Phrase.of("debt.why.close");
    }

    @Override
    public Phrase on(DunningDecision.Nothing decision) {
        return nothing(decision.why());
    }

    private static Phrase step(DunningMark mark) {
        Phrase action = Phrase.term("dunning", mark.action());
        return mark.countedFrom().equals(mark.dueOn())
                ? Phrase.of("debt.why.step", action, mark.daysOverdue(), mark.overdue(), mark.dueOn())
                : Phrase.of(
                        "debt.why.step.extended",
                        action,
                        mark.daysOverdue(),
                        mark.overdue(),
                        mark.dueOn(),
                        mark.countedFrom());
    }

    /** The reasons that an operator meets daily have a sentence in each language; the others are told in the library's words. */
    private static Phrase nothing(NoActionReason why) {
        if (why instanceof NoActionReason.NothingOverdue fine) {
            return Phrase.of("debt.why.nothingOverdue", fine.overdue());
        }
        if (why instanceof NoActionReason.NotYet later) {
            return Phrase.of(
                    "debt.why.notYet",
                    Phrase.term("dunning", later.step().action()),
                    later.step().daysOverdue(),
                    later.earliest());
        }
        if (why instanceof NoActionReason.OutsideCalendar closed
                && closed.until().isPresent()) {
            return Phrase.of("debt.why.calendar", closed.until().get());
        }
        if (why instanceof NoActionReason.BelowMinimum little) {
            return Phrase.of(
                    "debt.why.belowMinimum",
                    Phrase.term("dunning", little.step().action()),
                    little.overdue());
        }
        if (why instanceof NoActionReason.Protected safe) {
            return protection(safe.protection());
        }
        if (why instanceof NoActionReason.FactsUnknown) {
            return Phrase.of("debt.why.factsUnknown");
        }
        if (why instanceof NoActionReason.StaleFacts old) {
            return Phrase.of("debt.why.staleFacts", old.asOf());
        }
        if (why instanceof NoActionReason.LastStepTaken) {
            return Phrase.of("debt.why.lastStep");
        }
        return Phrase.plain(why.explanation());
    }

    private static Phrase protection(DunningProtection protection) {
        if (protection instanceof DunningProtection.PromiseToPay promise) {
            return Phrase.of("debt.why.promise", promise.madeOn(), promise.until());
        }
        if (protection instanceof DunningProtection.PendingPayment payment) {
            return Phrase.of("debt.why.pendingPayment", payment.since());
        }
        if (protection instanceof DunningProtection.Exemption exempt) {
            return Phrase.of("debt.why.exempt", exempt.until(), exempt.reason());
        }
        return Phrase.plain(protection.explanation());
    }
}
