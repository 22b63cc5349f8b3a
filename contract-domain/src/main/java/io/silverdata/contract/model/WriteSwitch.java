package io.silverdata.contract.model;

import java.util.Objects;
import java.util.Set;

/**
 * An order to write to something from now on, or to write to it no longer. Immutable.
 *
 * @param mode what is to be done
 * @param scopes of what, 1 to 1,000; everything stands alone, and what was said of others is forgotten then
 * @param reason why, for people: 1 to 1,000 characters without control characters or lone surrogates
 * @param mostRestricted of how many contracts something may be taken away by what was held and is told then, 0 or more. What takes
 *     away: a hold that restricts, a line that is switched off, a login or an ONU that is removed
 */
public record WriteSwitch(WriteMode mode, Set<WriteScope> scopes, String reason, long mostRestricted) {
    private static final Rule REASON = Rule.text("reason", 1_000);
    private static final int MOST_SCOPES = 1_000;

    /**
     * Checks what a program can get wrong.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public WriteSwitch {
        Objects.requireNonNull(mode, "mode");
        scopes = Set.copyOf(scopes);
        REASON.check(reason);
        Rule.range("scopes", scopes.size(), 1, MOST_SCOPES);
        Rule.range("mostRestricted", mostRestricted, 0, Long.MAX_VALUE);
        if (scopes.contains(new WriteScope.Everything()) && scopes.size() > 1) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("scopes", scopes.toString(), "everything alone, or others").message());
        }
        if (scopes.contains(new WriteScope.Everything()) && mode == WriteMode.AS_EVERYTHING) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("mode", mode.name(), "WRITE or OBSERVE for everything").message());
        }
    }

    /** Nothing may be taken away from anybody by it. */
    public static WriteSwitch of(WriteMode mode, String reason, WriteScope... scopes) {
        return new WriteSwitch(mode, Set.of(scopes), reason, 0);
    }

    /** The same, where something may be taken away from so many contracts: the number of {@code preview} after somebody looked. */
    public WriteSwitch restrictingAtMost(long contracts) {
        return new WriteSwitch(mode, scopes, reason, contracts);
    }
}
