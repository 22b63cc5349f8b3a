package io.silverdata.contract.examples.console.background;

import io.silverdata.contract.examples.console.web.Phrase;

/** Thrown by a slice whose run may not begin: it touched nothing, and trying again would not help. */
public final class RefusedRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Phrase why;

    /** A run that may not begin. */
    public RefusedRun(Phrase why) {
        super(why.key());
        this.why = why;
    }

    Phrase why() {
        return why;
    }
}
