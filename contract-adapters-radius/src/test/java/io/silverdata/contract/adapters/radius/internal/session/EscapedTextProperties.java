package io.silverdata.contract.adapters.radius.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What FreeRADIUS escaped is undone. */
class EscapedTextProperties {
    @Property(tries = 500)
    void unescaped_text_is_what_the_nas_sent(@ForAll String text) {
        StringBuilder accounted = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean safe = "@abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_: /".indexOf(octet) >= 0;
            accounted.append(safe ? String.valueOf((char) octet) : String.format("=%02X", octet));
        }

        String unescaped = EscapedText.unescape(accounted.toString());

        assertThat(unescaped.getBytes(StandardCharsets.UTF_8)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
}
