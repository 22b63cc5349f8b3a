package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When an OLT is told to keep its configuration: after a change, but not more often than the settings say. */
final class SaveSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(SaveSchedule.class);

    private final OltConnection olt;
    private final Clock clock;
    private boolean due;
    private @Nullable Instant last;

    SaveSchedule(OltConnection olt, Clock clock) {
        this.olt = olt;
        this.clock = clock;
    }

    /** Called by whoever writes, in its turn, after a change. What the change came to does not depend on it. */
    synchronized void changed(Conversation conversation) {
        due = true;
        saveIfDue(conversation);
    }

    synchronized boolean isDue() {
        return due && isTime();
    }

    synchronized void saveIfDue(Conversation conversation) {
        if (!isDue()) {
            return;
        }
        try {
            save(conversation);
        } catch (OltFault fault) {
            LOG.warn("changes stay unsaved until the next attempt: {}", fault.getMessage());
        }
    }

    synchronized void save(Conversation conversation) {
        olt.driver().save(conversation.during(Operation.SAVE_CONFIGURATION));
        due = false;
        last = clock.instant();
    }

    private boolean isTime() {
        return isPossible()
                && olt.settings().saveAtMostEvery().filter(this::isOver).isPresent();
    }

    private boolean isOver(Duration interval) {
        return last == null || !clock.instant().isBefore(last.plus(interval));
    }

    private boolean isPossible() {
        Capability.Level level =
                olt.driver().capabilities().of(Operation.SAVE_CONFIGURATION).level();
        return switch (level) {
            case SUPPORTED -> true;
            case EXPERIMENTAL -> olt.settings().experimental().contains(Operation.SAVE_CONFIGURATION);
            case UNSUPPORTED -> false;
        };
    }
}
