package io.silverdata.contract.adapters.olt.internal.connection;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When an OLT is told to save its configuration: after a change, but not more often than the settings say. */
public final class SaveSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(SaveSchedule.class);

    private final OltSettings settings;
    private final OltDriver driver;
    private final Clock clock;
    private boolean unsaved;
    private @Nullable Instant lastSave;

    SaveSchedule(OltSettings settings, OltDriver driver, Clock clock) {
        this.settings = settings;
        this.driver = driver;
        this.clock = clock;
    }

    /** Called after a change, by whoever wrote it. The outcome of the change does not depend on the save. */
    public synchronized void changed(OltSessions sessions) {
        unsaved = true;
        saveIfDue(sessions);
    }

    /** Whether a change is unsaved, and the interval since the last save is over. */
    public synchronized boolean isDue() {
        return unsaved && isPossible() && isIntervalOver();
    }

    /** Saves if {@link #isDue}. */
    public synchronized void saveIfDue(OltSessions sessions) {
        if (!isDue()) {
            return;
        }
        try {
            save(sessions);
        } catch (OltFault fault) {
            LOG.warn("changes stay unsaved until the next attempt: {}", fault.getMessage());
        }
    }

    /** Saves, due or not. */
    public synchronized void save(OltSessions sessions) {
        driver.save(sessions.of(Operation.SAVE_CONFIGURATION));
        unsaved = false;
        lastSave = clock.instant();
    }

    private boolean isIntervalOver() {
        return settings.saveAtMostEvery().filter(this::isOver).isPresent();
    }

    private boolean isOver(Duration interval) {
        return lastSave == null || !clock.instant().isBefore(lastSave.plus(interval));
    }

    private boolean isPossible() {
        Capability.Level level =
                driver.capabilities().of(Operation.SAVE_CONFIGURATION).level();
        return switch (level) {
            case SUPPORTED -> true;
            case EXPERIMENTAL -> settings.experimental().contains(Operation.SAVE_CONFIGURATION);
            case UNSUPPORTED -> false;
        };
    }
}
