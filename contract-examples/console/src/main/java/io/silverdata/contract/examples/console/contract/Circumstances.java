package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.model.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * On whose behalf a command is given, and from when it counts.
 *
 * @param trigger why; the member of staff by default
 * @param effectiveAt if it counts from a time in the past
 */
record Circumstances(Trigger trigger, Optional<Instant> effectiveAt) {
    private static final String TRIGGER = "trigger";
    private static final String EFFECTIVE_AT = "effectiveAt";

    /** The field for the trigger. */
    static Field triggerField(Trigger... triggers) {
        List<Field.Option> options = Stream.of(triggers)
                .map(trigger -> Field.Option.of(TRIGGER, trigger))
                .toList();
        return Field.choice(TRIGGER, options).beginning(Trigger.ADMIN.name());
    }

    /** The field for the time. */
    static Field effectiveAtField() {
        return Field.time(EFFECTIVE_AT);
    }

    static Circumstances read(FormReader form, ZoneId zone) {
        return new Circumstances(
                form.choice(TRIGGER, Trigger.class).orElse(Trigger.ADMIN), form.time(EFFECTIVE_AT, zone));
    }

    /** The context of a command that is given so. */
    CommandContext of(CommandContext context) {
        return new CommandContext(
                context.actor(),
                trigger,
                context.idempotencyKey(),
                context.expectedVersion(),
                effectiveAt,
                context.correlationId());
    }
}
