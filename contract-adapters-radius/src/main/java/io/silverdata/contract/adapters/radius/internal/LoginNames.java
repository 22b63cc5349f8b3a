package io.silverdata.contract.adapters.radius.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of logins that a database may take for one. Which it does take for one, only the database knows. */
public final class LoginNames {
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private LoginNames() {}

    /** The same for names that differ in case or accents only. */
    public static String folded(String name) {
        return ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
