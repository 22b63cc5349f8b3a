package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Burst;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The version of a login's rows, and whether its open sessions are in sync with them: the value of Class, in one row of
 * {@code radreply}.
 *
 * <p>A NAS sends Class back in its accounting (RFC 2865, section 5.25), so that a session tells by which version of the rows
 * it was authorized. At most 31 octets: FreeRADIUS writes them in hexadecimal into a column of 64 characters.
 *
 * @param fingerprint of what was wanted: contract, plan group, rates, enforcement, settings; 12 hexadecimal digits
 * @param version new with each change, so that a return to an earlier state has another version; 8 hexadecimal digits
 * @param state what is still to be done with the sessions that were open at the last change
 */
public record ClassTag(String fingerprint, String version, State state) {
    static final String ATTRIBUTE = "Class";

    /** What every tag is like, to SQL. */
    static final String LIKE = "sc-____________-________-_";

    private static final Pattern FORM = Pattern.compile("sc-([0-9a-f]{12})-([0-9a-f]{8})-([crsf])");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x((?:[0-9a-fA-F]{2})+)");
    private static final int FINGERPRINT_OCTETS = 6;
    private static final int VERSION_OCTETS = 4;

    /** What is to be done with the open sessions. */
    public enum State {
        /** They are to be changed (CoA), or closed where that is not possible. */
        CHANGE_DUE('c'),
        /** They are to be changed, with what the contract has beside its plan, or closed where their NAS does not take that. */
        SETTINGS_DUE('s'),
        /** They are to be closed, so that they come back under the new rows. */
        DISCONNECT_DUE('r'),
        /** Nothing. */
        IN_SYNC('f');

        private final char letter;

        State(char letter) {
            this.letter = letter;
        }

        static State of(char letter) {
            for (State state : values()) {
                if (state.letter == letter) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state " + letter);
        }
    }

    /** Another version. */
    static ClassTag newVersion(String fingerprint, State state, SecureRandom random) {
        byte[] version = new byte[VERSION_OCTETS];
        random.nextBytes(version);
        return new ClassTag(fingerprint, HexFormat.of().formatHex(version), state);
    }

    /** Reads a value of {@code radreply}, or of {@code radacct}, where it is hexadecimal. */
    public static Optional<ClassTag> parse(String text) {
        Matcher hexadecimal = HEXADECIMAL.matcher(text);
        String plain = hexadecimal.matches()
                ? new String(HexFormat.of().parseHex(hexadecimal.group(1)), StandardCharsets.ISO_8859_1)
                : text;
        Matcher parts = FORM.matcher(plain);
        return parts.matches()
                ? Optional.of(new ClassTag(
                        parts.group(1), parts.group(2), State.of(parts.group(3).charAt(0))))
                : Optional.empty();
    }

    static String fingerprint(AccessService service) {
        String facts = String.join(
                "|",
                service.contract().toString(),
                service.profile().value(),
                Long.toString(service.rates().download().bitsPerSecond()),
                Long.toString(service.rates().upload().bitsPerSecond()),
                // to RADIUS the two strictest are one
                (service.enforcement().allowsLogin() ? service.enforcement().name() : "REJECT")
                        // without a burst and without settings the same as earlier releases wrote
                        + service.rates().burst().map(ClassTag::facts).orElse("")
                        + (service.settings().isEmpty()
                                ? ""
                                : "|"
                                        + SettingsRows.of(service.settings()).stream()
                                                .map(row -> row.attribute() + "=" + row.value())
                                                .collect(Collectors.joining("|"))));
        byte[] digest = sha256().digest(facts.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, FINGERPRINT_OCTETS);
    }

    private static String facts(Burst burst) {
        return "|" + burst.download().bitsPerSecond() + "|" + burst.upload().bitsPerSecond() + "|"
                + burst.downloadThreshold().bitsPerSecond() + "|"
                + burst.uploadThreshold().bitsPerSecond() + "|"
                + burst.time().toSeconds();
    }

    ClassTag withState(State other) {
        return new ClassTag(fingerprint, version, other);
    }

    /** Whether both are of the same rows, whether the sessions are in sync or not. */
    public boolean isSameVersion(ClassTag other) {
        return fingerprint.equals(other.fingerprint) && version.equals(other.version);
    }

    String text() {
        return "sc-" + fingerprint + "-" + version + "-" + state.letter;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
