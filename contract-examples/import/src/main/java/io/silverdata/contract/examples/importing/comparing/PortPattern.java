package io.silverdata.contract.examples.importing.comparing;

import io.silverdata.contract.model.PonPortId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How NASes call a PON port in NAS-Port-Id: a regular expression for the whole of it, and what that means.
 *
 * @param there the expression
 * @param here the PON port; {@code $1} is the first group
 */
public record PortPattern(Pattern there, String here) {

    /**
     * Reads {@code REGEX=PON-PORT}.
     *
     * @throws IllegalArgumentException in words for the user who gave the option
     */
    public static PortPattern parse(String text) {
        int sign = text.lastIndexOf('=');
        try {
            if (sign > 0) {
                return new PortPattern(Pattern.compile(text.substring(0, sign)), text.substring(sign + 1));
            }
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("--port-id " + text + ": " + wrong.getDescription(), wrong);
        }
        throw new IllegalArgumentException("--port-id " + text + ", expected REGEX=PON-PORT");
    }

    /** The PON port; empty if it is called otherwise, or there can be no such port. */
    Optional<PonPortId> ponPort(String portId) {
        Matcher called = there.matcher(portId);
        try {
            return called.matches() ? PonPortId.parse(called.replaceFirst(here)).toJavaOptional() : Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException noSuchGroup) {
            return Optional.empty();
        }
    }
}
