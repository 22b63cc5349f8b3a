package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.internal.decision.AttributeValue;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import io.silverdata.contract.model.Rates;
import java.util.List;
import java.util.Optional;

/**
 * The state that sessions are brought to.
 *
 * @param rates what they are to have; empty when they are to be closed
 * @param reply what the Access-Accept says; a change says the rates in its words, with a burst that a group adds
 * @param settings what the session is told beside the rates; empty where nothing of that changed
 * @param mayDisconnect whether a session that its NAS does not change is closed
 */
public record SessionTarget(
        Optional<Rates> rates, List<Row> reply, List<RadiusAttribute> settings, boolean mayDisconnect) {

    /** Closed. */
    public static SessionTarget closed() {
        return new SessionTarget(Optional.empty(), List.of(), List.of(), true);
    }

    /** With these rates. */
    public static SessionTarget rates(
            Rates rates, List<Row> reply, List<RadiusAttribute> settings, boolean mayDisconnect) {
        return new SessionTarget(Optional.of(rates), reply, settings, mayDisconnect);
    }

    /** The attribute as the Access-Accept says it, if it does. */
    RadiusAttribute asReplied(RadiusAttribute attribute) {
        Row wanted = new Row(attribute.name(), Operators.SET, attribute.text());
        return reply.stream()
                .filter(row -> AttributeValue.gives(row, wanted))
                .findFirst()
                .flatMap(row -> Optional.ofNullable(
                        Attributes.parse(attribute.name(), row.value()).getOrNull()))
                .orElse(attribute);
    }
}
