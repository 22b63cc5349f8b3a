package io.silverdata.contract.adapters.olt.spi;

import java.util.Objects;

/**
 * A managed object and a value for it.
 *
 * @param oid the object's name, with the index of its row
 * @param value what it is, or should be
 */
public record VarBind(Oid oid, SnmpValue value) {

    public VarBind {
        Objects.requireNonNull(oid, "oid");
        Objects.requireNonNull(value, "value");
    }

    /** An object and a number of type INTEGER. */
    public static VarBind of(Oid oid, int value) {
        return new VarBind(oid, SnmpValue.of(value));
    }

    /** An object and a number of type Gauge32 or Unsigned32. */
    public static VarBind unsigned(Oid oid, long value) {
        return new VarBind(oid, SnmpValue.unsigned(value));
    }

    /** An object and a text. */
    public static VarBind of(Oid oid, String value) {
        return new VarBind(oid, SnmpValue.of(value));
    }

    /** An object and octets. */
    public static VarBind of(Oid oid, byte[] value) {
        return new VarBind(oid, SnmpValue.of(value));
    }

    /** As net-snmp shows it, for example {@code 1.3.6.1.2.1.1.5.0 = STRING: "olt-1"}. */
    @Override
    public String toString() {
        return oid + " = " + value;
    }
}
