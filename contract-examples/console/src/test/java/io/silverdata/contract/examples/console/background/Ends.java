package io.silverdata.contract.examples.console.background;

import io.silverdata.contract.examples.console.support.Visitor;

/** Looks at the page of a run until the run does not go on any more. */
public final class Ends {
    private static final int LOOKS = 5_000;

    private Ends() {}

    /** The page of the run when it has ended, or waits for somebody. */
    public static String of(Visitor visitor, String path) {
        for (int look = 0; look < LOOKS; look++) {
            String page = visitor.get(path).body();
            if (!page.contains("hx-trigger=\"every 1s\"")) {
                return page;
            }
        }
        throw new AssertionError("the run still goes on: " + path);
    }
}
