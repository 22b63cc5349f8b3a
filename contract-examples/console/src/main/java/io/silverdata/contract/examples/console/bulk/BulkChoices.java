package io.silverdata.contract.examples.console.bulk;

import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.examples.console.background.Scopes;
import io.silverdata.contract.examples.console.web.Choice;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the selects of the form offer, in the language of a page. */
final class BulkChoices {
    private BulkChoices() {}

    static Map<String, List<Choice>> of(PageContext page, Scopes scopes) {
        String any = page.text("run.whichever");
        return Map.of(
                "olt",
                scopes.olts(),
                "plan",
                scopes.plans(),
                "status",
                Stream.concat(
                                Stream.of(new Choice("LIVE", page.text("bulk.live.status")), new Choice("", any)),
                                terms("status", Status.values(), page))
                        .toList(),
                "held",
                with(any, terms("hold", SuspensionReason.Category.values(), page)),
                "provisioning",
                with(any, terms("provisioning", ProvisioningState.Summary.values(), page)),
                "command",
                with(page.text("bulk.choose"), terms("bulk.command", BulkKind.values(), page)),
                "reason",
                with("–", terms("hold", SuspensionReason.Category.values(), page)),
                "enforcement",
                with(page.text("bulk.enforcement.policy"), terms("enforcement", Enforcement.values(), page)),
                "timing",
                terms("bulk.timing", PlanChangeTiming.values(), page).toList(),
                "end",
                with("–", terms("cancellation", BulkKind.End.values(), page)));
    }

    private static List<Choice> with(String none, Stream<Choice> choices) {
        return Stream.concat(Stream.of(new Choice("", none)), choices).toList();
    }

    private static <E extends Enum<E>> Stream<Choice> terms(String group, E[] constants, PageContext page) {
        return Stream.of(constants).map(constant -> new Choice(constant.name(), page.term(group, constant)));
    }
}
