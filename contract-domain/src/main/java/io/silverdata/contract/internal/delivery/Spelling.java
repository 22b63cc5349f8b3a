package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.RadiusUser;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How databases compare logins: MariaDB overlooks case and accents by default. */
final class Spelling {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private Spelling() {}

    /** Whether some database takes the two logins for one. */
    static boolean isAlike(RadiusUser one, RadiusUser other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(RadiusUser user) {
        return ACCENTS.matcher(Normalizer.normalize(user.value(), Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
