package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.json.EventJson;
import io.silverdata.contract.json.InvalidJsonException;
import io.silverdata.contract.json.SnapshotJson;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.spi.StorageException;
import java.util.function.Supplier;

/** Contracts and events out of rows; what cannot be read is a fault of the storage. */
public final class StoredJson {
    private StoredJson() {}

    /**
     * The facts of a contract.
     *
     * @throws StorageException if the text was changed by hand, or written by a newer version
     */
    public static ContractSnapshot contract(String json) {
        return read(() -> SnapshotJson.read(json));
    }

    /**
     * An event.
     *
     * @throws StorageException if the type is unknown, or the text was changed by hand, or written by a newer version
     */
    static ContractEvent event(String type, String json) {
        return read(() -> EventJson.read(type, json));
    }

    private static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidJsonException damaged) {
            throw new StorageException(
                    damaged.getMessage()
                            + ". It was changed by hand, or written by a newer version of this library: see its row",
                    damaged);
        }
    }
}
