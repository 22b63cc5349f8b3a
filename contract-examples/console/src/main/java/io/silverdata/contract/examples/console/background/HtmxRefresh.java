package io.silverdata.contract.examples.console.background;

import jakarta.servlet.http.HttpServletResponse;

/** Ends the polling of a page: what asks for the progress of a run that does not go on loads the whole page again, with other buttons. */
public final class HtmxRefresh {
    private HtmxRefresh() {}

    /** Says so to htmx, unless the run goes on. */
    public static void whenOver(RunView run, HttpServletResponse response) {
        if (!run.goesOn()) {
            response.setHeader("HX-Refresh", "true");
        }
    }
}
