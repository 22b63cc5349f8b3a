package io.silverdata.contract.examples.year.reading;

import io.silverdata.contract.examples.network.reading.TextFile;
import java.util.Objects;

/** The files that come with the program. */
public final class ShippedFile {

    private ShippedFile() {}

    /** One of them. */
    public static TextFile read(String name) {
        return TextFile.read(name, Objects.requireNonNull(ShippedFile.class.getResourceAsStream(name), name));
    }
}
