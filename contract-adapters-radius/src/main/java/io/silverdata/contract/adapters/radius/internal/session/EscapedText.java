package io.silverdata.contract.adapters.radius.internal.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of accounting as the NAS sent it. FreeRADIUS writes an octet that its option {@code safe_characters} does not list
 * as {@code =} and two hexadecimal digits; the equals sign itself is not listed, so that this can be undone without doubt.
 */
final class EscapedText {
    private static final Pattern ESCAPED = Pattern.compile("=([0-9A-F]{2})");

    private EscapedText() {}

    static String unescape(String accounted) {
        Matcher escaped = ESCAPED.matcher(accounted);
        if (!escaped.find()) {
            return accounted;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int from = 0;
        do {
            octets.writeBytes(accounted.substring(from, escaped.start()).getBytes(StandardCharsets.UTF_8));
            octets.write(Integer.parseInt(escaped.group(1), 16));
            from = escaped.end();
        } while (escaped.find());
        octets.writeBytes(accounted.substring(from).getBytes(StandardCharsets.UTF_8));
        return octets.toString(StandardCharsets.UTF_8);
    }
}
