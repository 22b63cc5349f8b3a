package io.silverdata.contract.examples.console.web;

import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A message on the page after a redirect.
 *
 * @param key of the message
 * @param arguments of the message
 * @param isGood whether what was asked for was done
 */
public record Flash(String key, List<String> arguments, boolean isGood) implements Serializable {
    private static final String ATTRIBUTE = "flash";

    public Flash {
        arguments = List.copyOf(arguments);
    }

    /** Says on the next page that something was done. */
    public static void done(RedirectAttributes redirect, String key, Object... arguments) {
        redirect.addFlashAttribute(ATTRIBUTE, of(key, true, arguments));
    }

    /** Says on the next page that something was not done. */
    public static void refused(RedirectAttributes redirect, String key, Object... arguments) {
        redirect.addFlashAttribute(ATTRIBUTE, of(key, false, arguments));
    }

    private static Flash of(String key, boolean isGood, Object... arguments) {
        return new Flash(key, List.of(arguments).stream().map(String::valueOf).toList(), isGood);
    }
}
