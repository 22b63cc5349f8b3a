package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.util.Objects;
import java.util.UUID;

/**
 * The identity of a note on a contract.
 *
 * @param value a UUID of any version
 */
public record NoteId(UUID value) implements Comparable<NoteId> {

    public NoteId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads text from outside.
     *
     * @return the identity, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, NoteId> parse(String text) {
        return ContractId.parse(text)
                .map(uuid -> new NoteId(uuid.value()))
                .mapLeft(bad -> new Rejection.InvalidValue("noteId", bad.value(), bad.allowed()));
    }

    /** By octets, as {@link ContractId}. */
    @Override
    public int compareTo(NoteId other) {
        return new ContractId(value).compareTo(new ContractId(other.value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
