package io.silverdata.contract.adapters.radius.internal.decision;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.ValueKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the value of a row says, however it is written. */
public final class AttributeValue {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    // their numbers have names in the dictionary, which are not known here
    private static final Set<AttributeType> WITH_NAMED_VALUES = Set.of(
            Attributes.SERVICE_TYPE,
            Attributes.TERMINATION_ACTION,
            Attributes.ACCT_TERMINATE_CAUSE,
            Attributes.ERROR_CAUSE);

    private AttributeValue() {}

    /** Whether a row that is sent gives what was wanted; bursts that were not asked for do not count. */
    public static boolean gives(Row sent, Row wanted) {
        if (!sent.is(wanted.attribute())) {
            return false;
        }
        Optional<MikrotikRateLimit> is = rateLimit(sent);
        Optional<MikrotikRateLimit> shouldBe = rateLimit(wanted);
        return (is.isPresent() && shouldBe.isPresent())
                ? is.get().gives(shouldBe.get())
                : said(sent).equals(said(wanted));
    }

    static boolean isSame(Row one, Row other) {
        return said(one).equals(said(other));
    }

    /** Whether FreeRADIUS can read it; where a value is computed, or the attribute is not known here, it is taken to be. */
    static boolean isReadable(Row row) {
        boolean number = type(row)
                .filter(type -> type.kind() == ValueKind.INTEGER && !WITH_NAMED_VALUES.contains(type))
                .isPresent();
        return !number
                || isComputed(row.value())
                || NUMBER.matcher(row.value()).matches()
                || HEXADECIMAL.matcher(row.value()).matches();
    }

    private static String said(Row row) {
        boolean number =
                type(row).filter(type -> type.kind() == ValueKind.INTEGER).isPresent()
                        && NUMBER.matcher(row.value()).matches();
        return number
                ? Long.toUnsignedString(Long.parseUnsignedLong(row.value()))
                : rateLimit(row).map(MikrotikRateLimit::toString).orElse(row.value());
    }

    private static Optional<MikrotikRateLimit> rateLimit(Row row) {
        return row.is(Attributes.MIKROTIK_RATE_LIMIT.name()) ? MikrotikRateLimit.parse(row.value()) : Optional.empty();
    }

    private static boolean isComputed(String value) {
        return !value.isEmpty() && "\"'`".indexOf(value.charAt(0)) >= 0;
    }

    private static Optional<AttributeType> type(Row row) {
        int colon = row.attribute().indexOf(':');
        return Attributes.find(colon < 0 ? row.attribute() : row.attribute().substring(0, colon));
    }
}
