package io.silverdata.contract.examples.console.sell;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Choice;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the verdict on an address together: the checks of each splitter, and where the splitters are. */
final class SiteAnswer {
    private static final Distance SHOWN = Distance.ofMetres(500);
    private static final int SPOTS = 20;

    private final Contracts contracts;

    SiteAnswer(Contracts contracts) {
        this.contracts = contracts;
    }

    SellView.Answer of(Site site, Assessment assessment, PageContext page) {
        var kinds = assessment.splitters().stream()
                .collect(Collectors.toMap(
                        splitter -> splitter.splitter().value(),
                        splitter -> kind(splitter.verdict()),
                        (one, two) -> one));
        return new SellView.Answer(
                Phrase.term("verdict", assessment.verdict()),
                kind(assessment.verdict()),
                assessment.verdict().allowsReservation(),
                assessment.expiresAt(),
                assessment.splitters().stream().map(SiteAnswer::line).toList(),
                choices(assessment, page),
                SiteMap.of(
                        site.address().position(),
                        contracts.plant().nearest(site.address().position(), SHOWN, SPOTS),
                        kinds));
    }

    private static List<Choice> choices(Assessment assessment, PageContext page) {
        return Stream.concat(
                        Stream.of(new Choice("", page.text("sell.best"))),
                        assessment.qualified().stream()
                                .map(splitter -> new Choice(
                                        splitter.splitter().value(),
                                        page.text("sell.choice", splitter.splitter(), splitter.drop()))))
                .toList();
    }

    private static SellView.SplitterLine line(SplitterAssessment splitter) {
        return new SellView.SplitterLine(
                splitter.splitter().value(),
                splitter.ponPort().toString(),
                splitter.drop().toString(),
                Phrase.term("verdict", splitter.verdict()),
                kind(splitter.verdict()),
                splitter.predictedPower().map(Object::toString),
                splitter.margin().map(Object::toString),
                splitter.checks().stream().map(SiteAnswer::check).toList());
    }

    private static SellView.CheckLine check(FeasibilityCheck check) {
        return new SellView.CheckLine(
                Phrase.term("check", check.kind()),
                Phrase.term("result", check.result()),
                switch (check.result()) {
                    case PASS -> "good";
                    case WARN -> "warn";
                    case UNKNOWN -> "off";
                    case FAIL -> "bad";
                },
                check.detail());
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case QUALIFIED -> "good";
            case QUALIFIED_WITH_WARNINGS, ALTERNATIVE -> "warn";
            case UNKNOWN -> "off";
            case UNQUALIFIED -> "bad";
        };
    }
}
