package io.silverdata.contract.internal.command;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.silverdata.contract.spi.CommandRecord;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/**
 * Tells commands under one idempotency key apart: a hash of the command's name and of what the caller passed. Nothing that
 * was looked up goes in, so a retry has the same fingerprint whatever has moved meanwhile. An optional value that is absent
 * leaves no trace, and neither does a flag that is not set, so a release may add one to an argument.
 */
final class Fingerprint {
    // Before this form, 64 hexadecimal digits were stored: a hash of texts that contained looked-up values.
    private static final String FORM = "2:";

    private Fingerprint() {}

    static String of(CommandRequest request) {
        StringBuilder canonical = new StringBuilder();
        append(canonical, request.name());
        request.contract().ifPresent(contract -> append(canonical, contract));
        request.arguments().forEach(argument -> append(canonical, argument));
        byte[] hash =
                Hashing.sha256().hashString(canonical, StandardCharsets.UTF_8).asBytes();
        return FORM + BaseEncoding.base64Url().omitPadding().encode(hash);
    }

    /**
     * Whether a request is the one that was recorded. A fingerprint of an earlier form cannot be computed again; then the
     * contract decides.
     */
    static boolean matches(CommandRecord recorded, CommandRequest request) {
        return recorded.fingerprint().startsWith(FORM)
                ? recorded.fingerprint().equals(of(request))
                : request.contract().map(recorded.contract()::equals).orElse(true);
    }

    private static void append(StringBuilder canonical, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> append(canonical, present));
        } else if (value instanceof Collection<?> values) {
            canonical.append('[');
            values.forEach(element -> append(canonical, element));
            canonical.append(']');
        } else if (value instanceof Record record) {
            canonical.append('{');
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object part = partOf(record, component);
                if (!part.equals(Optional.empty()) && !part.equals(false)) {
                    canonical.append(component.getName()).append('=');
                    append(canonical, part);
                }
            }
            canonical.append('}');
        } else {
            String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
            canonical.append(text.length()).append(':').append(text);
        }
    }

    private static Object partOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("cannot read " + component + " of " + record.getClass(), failed);
        }
    }
}
