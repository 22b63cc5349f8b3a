package io.silverdata.contract.query;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A place in an order: the key of what stands there. It stays where it is, whatever is added or removed. Application code
 * sees its {@link #token} only; adapter authors read a token with the method for their order.
 *
 * @param order of which order it is
 * @param key what is ordered by first; empty where that is the contract
 * @param contract the contract that stands there; all zeros in an order of parts of the plant
 * @param position the version of an event in its history, or its place in the log; 0 if a contract stands there
 */
public record Cursor(String order, String key, ContractId contract, long position) {
    private static final String EVENTS = "EVENTS";
    private static final String HISTORY = "HISTORY";
    private static final String OLTS = "OLTS";
    private static final String PON_PORTS = "PON_PORTS";
    private static final ContractId NO_CONTRACT = new ContractId(new UUID(0, 0));
    private static final String NOTES = "NOTES";
    private static final Pattern NOTE = Pattern.compile("(-?\\d{1,18})/([0-9a-f-]{36})");
    private static final Actor NOBODY = new Actor("-");
    private static final String ALLOWED = "the next of the page before, in the same order and unchanged";
    private static final Pattern MICROS = Pattern.compile("-?\\d{1,18}");
    private static final String SEPARATOR = "|";
    private static final int PARTS = 5;
    private static final int MAX_TOKEN = 512;
    private static final long MICROS_IN_SECOND = 1_000_000;
    private static final int NANOS_IN_MICRO = 1_000;

    public Cursor {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(contract, "contract");
    }

    /** The place of a contract. */
    public static Cursor of(ContractOrder order, ContractSummary contract) {
        return new Cursor(order.name(), order.key(contract), contract.id(), 0);
    }

    /**
     * The place of an event among those of all contracts, the latest first.
     *
     * @param position its place in the log; of two that were recorded at the same time, the later in the log comes first
     */
    public static Cursor ofActivity(RecordedEvent event, long position) {
        return new Cursor(EVENTS, micros(event.recordedAt()), event.contract(), position);
    }

    /** The place of an event among those of its contract. */
    public static Cursor ofHistory(RecordedEvent event) {
        return new Cursor(HISTORY, "", event.contract(), event.version());
    }

    /** The place of an OLT among all, in the order of their names. */
    public static Cursor ofOlt(OltId olt) {
        return new Cursor(OLTS, olt.value(), NO_CONTRACT, 0);
    }

    /** The place of a PON port among those of its OLT. */
    public static Cursor ofPonPort(PonPortId ponPort) {
        return new Cursor(PON_PORTS, ponPort.toString(), NO_CONTRACT, 0);
    }

    /**
     * The OLT behind which a page of OLTs begins.
     *
     * @throws InvalidQueryException if the token is none of that order
     */
    public static Optional<OltId> ofOlts(Page page) {
        return page.after()
                .map(token -> new OltId(
                        read(token, OLTS, key -> OltId.parse(key).isRight()).key()));
    }

    /**
     * The PON port behind which a page of the PON ports of an OLT begins.
     *
     * @throws InvalidQueryException if the token is none of that order, or of another OLT
     */
    public static Optional<PonPortId> ofPonPorts(OltId olt, Page page) {
        return page.after()
                .map(token -> PonPortId.parse(read(token, PON_PORTS, key -> isPonPort(olt, key))
                                .key())
                        .getOrElseThrow(bad -> invalid(token)));
    }

    /**
     * Where a page of contracts begins.
     *
     * @throws InvalidQueryException if the token is none of this order
     */
    public static Optional<Cursor> of(ContractOrder order, Page page) {
        return page.after().map(token -> read(token, order.name(), order::isKey));
    }

    /**
     * Where a page of events of all contracts begins.
     *
     * @throws InvalidQueryException if the token is none of that order
     */
    public static Optional<Cursor> ofActivity(Page page) {
        return page.after().map(token -> read(token, EVENTS, Cursor::isMicros));
    }

    /**
     * Where a page of a contract's events begins.
     *
     * @throws InvalidQueryException if the token is none of that order, or of another contract
     */
    public static Optional<Cursor> ofHistory(ContractId contract, Page page) {
        return page.after().map(token -> {
            Cursor cursor = read(token, HISTORY, String::isEmpty);
            if (!cursor.contract.equals(contract)) {
                throw invalid(token);
            }
            return cursor;
        });
    }

    /** The place of a note among those of its contract. */
    public static Cursor ofNote(ContractNote note) {
        return new Cursor(NOTES, micros(note.writtenAt()) + "/" + note.id(), note.contract(), 0);
    }

    /**
     * Where a page of a contract's notes begins.
     *
     * @throws InvalidQueryException if the token is none of that order, or of another contract
     */
    public static Optional<Cursor> ofNotes(ContractId contract, Page page) {
        return page.after().map(token -> {
            Cursor cursor = read(token, NOTES, key -> NOTE.matcher(key).matches());
            if (!cursor.contract.equals(contract)) {
                throw invalid(token);
            }
            return cursor;
        });
    }

    /** The time and the identity of the note that stands there, with the words of nobody. */
    public ContractNote asNote() {
        int slash = key.indexOf('/');
        return new ContractNote(
                new NoteId(UUID.fromString(key.substring(slash + 1))),
                contract,
                time(key.substring(0, slash)),
                NOBODY,
                NOBODY.value());
    }

    /** The key as a time, where an order goes by times. */
    public Instant at() {
        return time(key);
    }

    private static Instant time(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }

    /** The text for {@link Page#after}: letters, digits, hyphens and underscores. */
    public String token() {
        String place = String.join(SEPARATOR, order, key, contract.toString(), Long.toString(position));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((place + SEPARATOR + check(place)).getBytes(StandardCharsets.UTF_8));
    }

    static String micros(Instant time) {
        return Long.toString(Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_IN_SECOND), time.getNano() / NANOS_IN_MICRO));
    }

    private static Cursor read(String token, String order, Predicate<String> isKey) {
        String text = text(token);
        int end = Math.max(0, text.lastIndexOf(SEPARATOR));
        List<String> parts = List.of(text.split("\\|", -1));
        if (parts.size() != PARTS
                || !parts.get(0).equals(order)
                || !isKey.test(parts.get(1))
                || !parts.get(PARTS - 1).equals(check(text.substring(0, end)))) {
            throw invalid(token);
        }
        try {
            return new Cursor(
                    order,
                    parts.get(1),
                    ContractId.parse(parts.get(2)).getOrElseThrow(bad -> invalid(token)),
                    Long.parseLong(parts.get(3)));
        } catch (NumberFormatException notOurs) {
            throw invalid(token);
        }
    }

    private static String text(String token) {
        if (token.length() > MAX_TOKEN) {
            throw invalid(token);
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw invalid(token);
        }
    }

    private static boolean isPonPort(OltId olt, String key) {
        return PonPortId.parse(key).map(PonPortId::olt).contains(olt);
    }

    static boolean isMicros(String key) {
        return MICROS.matcher(key).matches();
    }

    /** It tells a text that was cut or altered by mistake; a text that was forged finds no more than a query does. */
    private static String check(String place) {
        CRC32 sum = new CRC32();
        sum.update(place.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static InvalidQueryException invalid(String token) {
        return new InvalidQueryException("cursor", token, ALLOWED);
    }
}
