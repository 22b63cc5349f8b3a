package io.silverdata.contract.examples.console.activity;

import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.InvalidQueryException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * Which events are looked for.
 *
 * @param form as it was typed, with what is wrong about it
 * @param query what was asked for, if nothing is wrong
 */
record ActivityFilter(Form form, Optional<EventQuery> query) {

    /** Days are whole days on the provider's clocks, the last one included. */
    static ActivityFilter of(Form typed, PageContext page) {
        Optional<Set<Class<? extends ContractEvent>>> kinds =
                typed.given("kind").flatMap(EventGroup::named);
        EventQuery all = EventQuery.all();
        try {
            EventQuery days = new EventQuery(
                    kinds.orElse(Set.of()),
                    typed.given("from")
                            .map(LocalDate::parse)
                            .map(day -> day.atStartOfDay(page.zone()).toInstant())
                            .orElse(all.from()),
                    typed.given("to")
                            .map(LocalDate::parse)
                            .map(day ->
                                    day.plusDays(1).atStartOfDay(page.zone()).toInstant())
                            .orElse(all.to()));
            return new ActivityFilter(typed, Optional.of(days));
        } catch (DateTimeParseException notADay) {
            return new ActivityFilter(typed.wrong("from", page.text("activity.day.wrong")), Optional.empty());
        } catch (InvalidQueryException backwards) {
            return new ActivityFilter(typed.wrong("to", page.text("activity.day.order")), Optional.empty());
        }
    }
}
