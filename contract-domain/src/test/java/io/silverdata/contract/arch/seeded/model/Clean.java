package io.silverdata.contract.arch.seeded.model;

import com.google.common.collect.ImmutableList;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does everything that a class of the model may. */
public final class Clean {
    private final @Nullable Instant since;

    Clean(@Nullable Instant since) {
        this.since = since;
    }

    /** Names own types, the platform and Either. */
    public Either<Rejection, List<Instant>> times() {
        return since == null ? Either.right(ImmutableList.of()) : Either.right(ImmutableList.of(since));
    }
}
