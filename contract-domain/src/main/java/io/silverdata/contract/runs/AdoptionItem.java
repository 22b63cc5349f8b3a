package io.silverdata.contract.runs;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.Rejection;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one contract of many that were to be adopted. One of result, refusal and problem is there.
 *
 * @param key its key in the other system
 * @param result the adopted contract; {@link CommandResult#repeated} if it was adopted before under this key
 * @param refusal why it was refused, if it was; nothing of it was written
 * @param problem what was thrown while it was adopted, if that is so, for people; nothing of it was written, and it may be tried again
 */
public record AdoptionItem(
        IdempotencyKey key, Optional<CommandResult> result, Optional<Rejection> refusal, Optional<String> problem) {

    /** Checks that exactly one of them is there. */
    public AdoptionItem {
        Objects.requireNonNull(key, "key");
        long present = result.stream().count()
                + refusal.stream().count()
                + problem.stream().count();
        if (present != 1) {
            throw new IllegalArgumentException("one of result, refusal and problem must be present, were " + present);
        }
    }

    /** It was adopted, now or before. */
    public static AdoptionItem adopted(IdempotencyKey key, CommandResult result) {
        return new AdoptionItem(key, Optional.of(result), Optional.empty(), Optional.empty());
    }

    /** It was refused. */
    public static AdoptionItem refused(IdempotencyKey key, Rejection refusal) {
        return new AdoptionItem(key, Optional.empty(), Optional.of(refusal), Optional.empty());
    }

    /** Something threw. */
    public static AdoptionItem failed(IdempotencyKey key, String problem) {
        return new AdoptionItem(key, Optional.empty(), Optional.empty(), Optional.of(problem));
    }
}
