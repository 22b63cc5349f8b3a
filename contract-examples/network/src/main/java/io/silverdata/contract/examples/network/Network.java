package io.silverdata.contract.examples.network;

import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.LineProvisioner;
import java.time.Instant;
import java.util.List;

/** What is behind the contracts: RADIUS and OLTs. Never fails on purpose. Safe for use by any number of threads. */
public interface Network extends AutoCloseable {

    /** RADIUS and its NASes. */
    AccessProvisioner access();

    /** The OLTs. */
    LineProvisioner lines();

    /** Lets happen what follows deliveries in the field: subscribers come online, OLTs keep what they were told. */
    default void goOn(Instant now) {}

    /** What it consists of, in a line. */
    String description();

    /** What crossed it since it was opened, in lines for people; empty if nothing was counted. */
    default List<String> figures() {
        return List.of();
    }

    @Override
    void close();
}
