package io.silverdata.contract.model;

import java.util.Objects;

/**
 * An optical line terminal.
 *
 * @param id its name
 * @param state whether it is in service
 */
public record Olt(OltId id, ServiceState state) {

    public Olt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
    }
}
