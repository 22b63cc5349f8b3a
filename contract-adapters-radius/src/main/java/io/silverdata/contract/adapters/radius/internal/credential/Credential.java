package io.silverdata.contract.adapters.radius.internal.credential;

/**
 * A password as it stands in {@code radcheck}.
 *
 * @param attribute such as {@code Cleartext-Password}
 * @param value never shown
 */
public record Credential(String attribute, String value) {

    /** The attribute only. */
    @Override
    public String toString() {
        return attribute;
    }
}
