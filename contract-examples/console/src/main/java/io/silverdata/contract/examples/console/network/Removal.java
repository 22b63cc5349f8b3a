package io.silverdata.contract.examples.console.network;

import java.io.Serializable;

/**
 * What came back for an extra that was to be removed.
 *
 * @param extra its name
 * @param result {@code REMOVED}, {@code HELD} by a contract after all, or {@code FAILED}
 * @param detail the words of the device or of the library
 */
public record Removal(String extra, String result, String detail) implements Serializable {}
