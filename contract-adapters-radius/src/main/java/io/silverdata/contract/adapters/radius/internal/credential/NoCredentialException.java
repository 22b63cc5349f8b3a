package io.silverdata.contract.adapters.radius.internal.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The host's source of passwords failed. Said are the classes of what it threw and of its causes, and the place where it
 * began; no message is kept, since a password may be in it.
 */
public final class NoCredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 8;

    NoCredentialException(RuntimeException cause) {
        super("the source of passwords threw " + described(cause));
    }

    /** What happened, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    private static String described(RuntimeException thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && chain.size() < MAX_CAUSES; cause = cause.getCause()) {
            chain.add(cause);
        }
        Optional<StackTraceElement> place =
                Stream.of(chain.get(chain.size() - 1).getStackTrace()).findFirst();
        String classes = String.join(
                ", caused by ",
                chain.stream().map(one -> one.getClass().getName()).toList());
        return classes + place.map(at -> ", at " + at).orElse("");
    }
}
