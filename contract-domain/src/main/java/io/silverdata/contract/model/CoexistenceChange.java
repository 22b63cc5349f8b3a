package io.silverdata.contract.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * That somebody switched what is written to. Changes are kept for good, and {@link Coexistence} is what they come to.
 *
 * @param revision 1 for the first, one more for each
 * @param at when
 * @param actor by whom
 * @param trigger on what occasion
 * @param reason why, for people
 * @param mode what is done from then on
 * @param scopes of what
 */
public record CoexistenceChange(
        long revision,
        Instant at,
        Actor actor,
        Trigger trigger,
        String reason,
        WriteMode mode,
        Set<WriteScope> scopes) {

    public CoexistenceChange {
        Rule.range("revision", revision, 1, Long.MAX_VALUE);
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(mode, "mode");
        scopes = Set.copyOf(scopes);
    }
}
