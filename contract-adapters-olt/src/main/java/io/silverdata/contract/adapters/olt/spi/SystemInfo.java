package io.silverdata.contract.adapters.olt.spi;

import java.util.Objects;

/**
 * What an OLT says about itself (SNMPv2-MIB, RFC 3418).
 *
 * @param objectId sysObjectID: names the model
 * @param description sysDescr
 * @param name sysName
 */
public record SystemInfo(Oid objectId, String description, String name) {

    public SystemInfo {
        Objects.requireNonNull(objectId, "objectId");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(name, "name");
    }
}
